import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { UnitOfWork } from '#platform/database';
import type { Goods } from '../../libs/catalogue/test/builders/goods.js';
import { openBazaar, type Bazaar } from '../support/bazaar.js';
import { journey, type Headers } from '../support/journey.js';

const inr = (paise: number) => ({ paise, currency: 'INR' });
const shipTo = { name: 'Farah Test', mobile: '+919800000001', street: '7 Lantern Lane', pincode: '800001' };

/** Roads beside the main one, over HTTP, with real queues and the simulated world outside. */
describe('Ways to buy', () => {
  let bazaar: Bazaar;
  let piece: Goods;
  let maker: Headers;
  beforeAll(async () => {
    // Its clocks run for days, and payouts are counted: orders of other files would be paid too.
    bazaar = await openBazaar({ itsOwn: true });
    ({ piece, maker } = await bazaar.makerWith({ price_paise: 145_000, stock: 9 }));
  }, 120_000);
  afterAll(() => bazaar.close(), 30_000);

  const { get, send, becomes, outside, told, booksBalance, dispatched } = journey(
    () => bazaar,
    () => null,
  );
  const puts = (headers: Headers, cartId: string, quantity: number) =>
    bazaar.api.put(`/v1/buyer/carts/${cartId}/lines/${piece.offerId}`).set(headers).send({ quantity }).expect(200);
  const world = async <T>(path: string): Promise<T> => (await (await fetch(bazaar.world + path)).json()) as T;

  test('SM-4 SM-6 R-8.2 R-8.7 paid at the door: from the cart to the weaver’s bank, once the courier has brought the cash', async () => {
    const { headers: shopper } = await bazaar.people.shopper();
    const { id: cartId } = (await send(shopper, '/v1/buyer/carts').expect(201)).body;
    await puts(shopper, cartId, 2);
    const wish = { cartId, shipTo, paymentMethod: 'cash_on_delivery', giftMessage: 'For Rukhsana' };
    const placed = (await send(shopper, '/v1/buyer/orders', wish).expect(201)).body;
    expect(placed.total).toEqual(inr(290_000));
    const { orderId } = placed.orders[0] as { orderId: string };
    const [path, hers] = [`/v1/buyer/orders/${orderId}`, `/v1/seller/orders/${orderId}`];
    await becomes(shopper, path, 'placed', 'nothing is paid, and the weaver is asked all the same');
    expect((await get(maker, hers)).giftMessage).toBe('For Rukhsana');
    const online = await send(shopper, `/v1/buyer/checkouts/${placed.checkoutId}/payment`);
    expect([online.status, online.body.code]).toEqual([409, 'payment_not_payable']);

    await send(maker, `${hers}/acceptance`).expect(200);
    const { trackingNumber: awb } = (await dispatched(maker, hers)).body as { trackingNumber: string };
    expect(await world(`/courier/_control/parcels/${awb}`)).toMatchObject({ cod_paise: 290_000, remitted: null });
    await outside(`/courier/_control/parcels/${awb}/deliver`);
    await becomes(shopper, path, 'delivered', 'she paid the courier');
    await told(shopper, 'orders.placed', 'orders.delivered');

    await bazaar.passes(8 * 24);
    await becomes(shopper, path, 'completed', 'nothing can come back any more');
    const paidOut = async () =>
      (await world<{ state: { payouts: { amount_paise: number; status: string }[] } }>('/bank/_control')).state.payouts;
    expect(await paidOut()).toEqual([]); // the cash is with the courier
    await outside(`/courier/_control/parcels/${awb}/remit`);
    // The courier is asked each hour: a list that was read while the line was being written is read again an hour later.
    let looks = 0;
    const hourByHour = async () => {
      if (looks++ % 40 === 0) await bazaar.passes(1);
      return paidOut();
    };
    await bazaar.until('the weaver is paid', hourByHour, (payouts) => payouts.some(({ status }) => status === 'paid'));
    expect(await paidOut()).toMatchObject([{ amount_paise: 290_000 }]);
    await told(maker, 'orders.placed', 'payments.payout_paid');
    await booksBalance();
  });

  test('S-36 a guest is written the link of her order; it rests nowhere but in the letters', async () => {
    const begun = (await bazaar.api.post('/v1/public/carts').expect(201)).body as { id: string; token: string };
    const guest = { 'cart-token': begun.token };
    await puts(guest, begun.id, 1);
    const contact = { email: 'farah.lantern@example.in' };
    const placed = (await send(guest, '/v1/buyer/orders', { cartId: begun.id, shipTo, contact }).expect(201)).body;
    const { orderId, link } = placed.orders[0] as { orderId: string; link: string };
    const payment = (await send(guest, `/v1/buyer/checkouts/${placed.checkoutId}/payment`).expect(201)).body;
    const intent = (payment.clientSecret as string).split('_secret')[0]!;
    await outside(`/_control/payment_intents/${intent}/pay`, { payment_method: 'pm_card_visa' });
    await becomes(maker, `/v1/seller/orders/${orderId}`, 'placed', 'it is paid for');
    await send(maker, `/v1/seller/orders/${orderId}/acceptance`).expect(200);

    const folder = process.env['OUTBOX_DIR']!;
    const letters = async () => {
      const files = await readdir(folder).catch(() => []);
      const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8').catch(() => '')));
      return texts.filter((text) => text.startsWith(`To: ${contact.email}`));
    };
    const hers = await bazaar.until('she is written to twice', letters, (found) => found.length === 2);
    for (const letter of hers) expect(letter).toContain(`/v1/public/orders/${link}`);
    expect((await bazaar.api.get(`/v1/public/orders/${link}`).expect(200)).body.state).toBe('confirmed');

    const readable = await bazaar.asSystem(() =>
      bazaar.app.get(UnitOfWork, { strict: false }).run((tx) =>
        tx.many(
          z.object({ text: z.string() }),
          `select m::text as text from notifications.message m
            union all select payload::text from platform.outbox`,
        ),
      ),
    );
    expect(readable.length).toBeGreaterThan(0);
    expect(readable.filter(({ text }) => text.includes(link))).toEqual([]);
    expect((await get(maker, `/v1/seller/orders/${orderId}`)).state).toBe('confirmed');
  });
});
