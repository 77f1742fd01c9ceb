import { z } from 'zod';
import { UnitOfWork } from '#platform/database';
import type { Actor } from '#platform/kernel';
import { AddAddress, Addresses, ChangeAddress, QuoteCart, RemoveAddress } from '../src/index.js';
import type { WrittenAddress } from '../src/domain/address.js';
import { Shop, shipTo } from './builders/shop.js';

const refusal = (code: string) => expect.objectContaining({ code });

describe('R-4.26 an address book', () => {
  const shop = new Shop();
  beforeAll(() => shop.open());
  afterAll(() => shop.close());

  const home = { ...shipTo, label: null, stateCode: 'IN-BR', isDefault: false };
  const adds = (by: Actor, change: Partial<WrittenAddress> = {}) =>
    shop.app.as(by, () => shop.app.get(AddAddress).run({ ...home, ...change }));
  const changes = (by: Actor, id: string, change: Partial<WrittenAddress>) =>
    shop.app.as(by, () => shop.app.get(ChangeAddress).run(id, { ...home, ...change }, () => undefined));
  const removes = (by: Actor, id: string) => shop.app.as(by, () => shop.app.get(RemoveAddress).run(id));
  const own = (by: Actor) =>
    shop.app.as(by, () => shop.app.get(UnitOfWork).run((tx) => shop.app.get(Addresses).own(tx)));
  const usual = async (by: Actor) => (await own(by)).filter((one) => one.is_default).map((one) => one.id);

  test('the first is the usual one; another becomes it when she says so, and the oldest when it goes', async () => {
    const shopper = shop.shopper();
    const [first, second, third] = [await adds(shopper), await adds(shopper), await adds(shopper, { isDefault: true })];
    expect(await usual(shopper)).toEqual([third.id]);
    await changes(shopper, second.id, { isDefault: true });
    expect(await usual(shopper)).toEqual([second.id]);
    await removes(shopper, second.id);
    expect(await usual(shopper)).toEqual([first.id]);
    await removes(shopper, first.id);
    await removes(shopper, third.id);
    expect(await own(shopper)).toEqual([]);
  });

  test('S-4 twenty of them said at once: one is the usual one, and no book holds more than it may', async () => {
    const shopper = shop.shopper();
    const all = await Promise.allSettled(Array.from({ length: 24 }, () => adds(shopper, { isDefault: true })));
    const refused = all.filter((one) => one.status === 'rejected');
    expect(refused.map(({ reason }) => (reason as { code: string }).code)).toEqual(Array(4).fill('address_book_full'));
    expect(await own(shopper)).toHaveLength(20);
    expect(await usual(shopper)).toHaveLength(1);
    const ids = (await own(shopper)).map((one) => one.id);
    await Promise.all(ids.slice(0, 10).map((id) => changes(shopper, id, { isDefault: true })));
    expect(await usual(shopper)).toHaveLength(1);
  });

  test('S-42 S-63 another sees, changes, removes and uses none of it; nothing of it is written in the clear', async () => {
    const [shopper, other] = [shop.shopper(), shop.shopper()];
    const { id } = await adds(shopper, { label: 'Mother’s house', street: '9 Lantern Lane' });
    expect(await own(other)).toEqual([]);
    await expect(changes(other, id, {})).rejects.toEqual(refusal('address_not_found'));
    await expect(removes(other, id)).rejects.toEqual(refusal('address_not_found'));
    const cartId = await shop.cart(other, [await shop.piece(), 1]);
    const asked = shop.app.as(other, () => shop.app.get(QuoteCart).run(cartId, { addressId: id }));
    await expect(asked).rejects.toEqual(refusal('address_not_found'));
    const sql = `select t::text as text from orders.address t where id = $1`;
    const { text } = (await shop.money.tx((tx) => tx.maybe(z.object({ text: z.string() }), sql, [id])))!;
    expect(text).toContain('812001');
    for (const word of ['Farah', '9800000001', 'Lantern', 'Mother']) {
      expect(text).not.toContain(word);
      expect(text).not.toContain(Buffer.from(word).toString('hex'));
    }
  });

  test('a PIN nobody knows, or one of another State, is refused and nothing is written', async () => {
    const shopper = shop.shopper();
    await expect(adds(shopper, { stateCode: 'IN-KA' })).rejects.toEqual(refusal('pincode_in_other_state'));
    await expect(adds(shopper, { pincode: '999999' })).rejects.toEqual(refusal('pincode_unknown'));
    const { id } = await adds(shopper);
    await expect(changes(shopper, id, { stateCode: 'IN-KA' })).rejects.toEqual(refusal('pincode_in_other_state'));
    expect((await own(shopper)).map(({ version }) => version)).toEqual([1]);
  });

  test('S-66 an erased shopper’s addresses are gone', async () => {
    const shopper = shop.shopper();
    await adds(shopper);
    await shop.app.asSystem(() => shop.app.get(RemoveAddress).forget(shopper.personId!));
    expect(await own(shopper)).toEqual([]);
  });
});
