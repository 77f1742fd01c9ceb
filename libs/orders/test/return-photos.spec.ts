import { createHash } from 'node:crypto';
import { UnitOfWork } from '#platform/database';
import { newId, type Actor } from '#platform/kernel';
import { ScannerSimulator } from '#platform/simulators';
import { asOwner, frozenClock, personActor } from '#platform/testing';
import { hoursAfter } from '#platform/time';
import { PolicyQuery } from '#policy';
import { pdfWith, photo } from '../../platform/uploads/test/builders/files.js';
import {
  AnswerReturn,
  AskReturn,
  AttachReturnPhoto,
  DestroyReturnPhoto,
  PurgeReturnPhotos,
  RemoveReturnPhoto,
  Returns,
  ReturnPhotosQuery,
  ScanReturnPhoto,
  type AskedReturn,
} from '../src/index.js';
import { Shop, type Placed } from './builders/shop.js';

const refusal = (code: string) => expect.objectContaining({ code });
/** The harmless text by which scanners show that they work, in two parts so that none takes this file away. */
const virus = String.raw`X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD-` + 'ANTIVIRUS-TEST-FILE!$H+H*';

describe('photos of goods that go back', () => {
  const shop = new Shop();
  const scanner = new ScannerSimulator();
  let torn: Buffer;
  beforeAll(async () => {
    await scanner.start({ secretKey: 'sk_test_simulated' });
    process.env['SCANNER_URL'] = scanner.url;
    await shop.open();
    torn = await photo(40, 30, 'png');
  });
  afterAll(async () => {
    await shop.close();
    await scanner.stop();
  });
  afterEach(() => frozenClock.thaw());
  afterEach(() => jest.restoreAllMocks());

  const delivered = async () => shop.order('delivered', await shop.piece({ stock: 2, price_paise: 60_000 }), 2);
  const shows = (order: Placed, { by = order.shopper, bytes = torn, name = 'torn.png' } = {}) =>
    shop.app.as(by, () => shop.app.get(AttachReturnPhoto).run(order.orderId, name, bytes));
  const scans = (photoId: string) => shop.app.asSystem(() => shop.app.get(ScanReturnPhoto).run({ photoId }));
  const destroys = (photoId: string) => shop.app.asSystem(() => shop.app.get(DestroyReturnPhoto).run({ photoId }));
  const shown = async (order: Placed): Promise<string> => {
    const id = await shows(order);
    await scans(id);
    return id;
  };
  const asks = async (order: Placed, reason: AskedReturn['reason'] = 'defect') => {
    const lines = [{ lineId: (await shop.row(order.orderId)).lines[0]!.id, quantity: 1 }];
    const asked = { lines, reason, note: null };
    return shop.app.as(order.shopper, () => shop.app.get(AskReturn).run(order.orderId, asked));
  };
  const rejects = (order: Placed) =>
    shop.app.as(order.maker.actor, () => shop.app.get(AnswerReturn).reject(order.orderId, 'It was worn.'));
  const list = (order: Placed, by: Actor, who: 'shopper' | 'others') =>
    shop.app.as(by, () =>
      shop.app.get(UnitOfWork).run((tx) => shop.app.get(ReturnPhotosQuery).of(tx, order.orderId, who)),
    );
  const read = (order: Placed, id: string, by: Actor, who: 'shopper' | 'others') =>
    shop.app.as(by, () =>
      shop.app.get(UnitOfWork).run((tx) => shop.app.get(ReturnPhotosQuery).read(tx, order.orderId, id, who)),
    );

  test('S-58 S-63 painted anew and sealed; it waits for the scanner, goes with her ask, and her maker sees it then', async () => {
    const order = await delivered();
    const id = await shows(order);
    await expect(read(order, id, order.shopper, 'shopper')).rejects.toEqual(refusal('return_photo_not_scanned'));
    for (let i = 0; i < 2; i++) await scans(id);
    const mine = await read(order, id, order.shopper, 'shopper');
    expect(mine.photo).toMatchObject({ content_type: 'image/jpeg', request_id: null, state: 'clean' });
    expect(mine.photo.sha256).toBe(createHash('sha256').update(mine.bytes).digest('hex'));
    expect(await list(order, order.maker.actor, 'others')).toEqual([]);
    await expect(read(order, id, order.maker.actor, 'others')).rejects.toEqual(refusal('return_photo_unknown'));
    await expect(list(order, order.maker.actor, 'shopper')).rejects.toEqual(refusal('order_not_found'));
    await expect(read(order, id, order.maker.actor, 'shopper')).rejects.toEqual(refusal('order_not_found'));

    const requestId = await asks(order);
    const later = await shown(order); // her maker asked for another one
    expect((await list(order, order.maker.actor, 'others')).map((one) => [one.id, one.request_id])).toEqual([
      [id, requestId],
      [later, requestId],
    ]);
    expect((await read(order, id, order.maker.actor, 'others')).bytes.equals(mine.bytes)).toBe(true);
    const reads = await asOwner(
      `select person_id from platform.audit where action = 'orders.return_photo_read' and object_id = $1`,
      [id],
    );
    expect(reads).toHaveLength(2);
  });

  test('S-42 S-43 nobody else shows or sees any', async () => {
    const order = await delivered();
    const id = await shown(order);
    await asks(order);
    const stranger = personActor({ organisationId: newId() });
    await expect(shows(order, { by: stranger })).rejects.toEqual(refusal('order_not_found'));
    await expect(shows(order, { by: order.maker.actor })).rejects.toEqual(refusal('order_not_found'));
    await expect(list(order, stranger, 'others')).rejects.toEqual(refusal('order_not_found'));
    await expect(read(order, id, stranger, 'others')).rejects.toEqual(refusal('order_not_found'));
    const other = await delivered();
    await expect(read(other, id, other.shopper, 'shopper')).rejects.toEqual(refusal('return_photo_unknown'));
    const [count] = await shop.app.as(stranger, () =>
      shop.app
        .get(UnitOfWork)
        .run(async (tx) => [await tx.run(`select 1 from orders.return_photo where id = $1`, [id])]),
    );
    expect(count).toBe(0);
  });

  test('SM-4 only while goods may be sent back, and until their maker has answered', async () => {
    const early = await shop.order('shipped', await shop.piece());
    await expect(shows(early)).rejects.toEqual(refusal('return_photos_not_now'));
    const order = await delivered();
    await asks(order);
    await shop.app.as(order.maker.actor, () => shop.app.get(AnswerReturn).approve(order.orderId));
    await expect(shows(order)).rejects.toEqual(refusal('return_photos_not_now'));
    await frozenClock.at(new Date('2027-03-01T06:30:00Z'));
    const late = await delivered();
    await frozenClock.at(hoursAfter((await shop.row(late.orderId)).returns_until!, 1));
    await expect(shows(late)).rejects.toEqual(refusal('return_window_over'));
  });

  test('returns.photos_needed_defect, returns.photos_needed_wrong: where some are needed, fewer are told, and what she showed stays hers', async () => {
    const policy = shop.app.get(PolicyQuery);
    const at = policy.at.bind(policy);
    jest
      .spyOn(policy, 'at')
      .mockImplementation(((key: string, ...of: [Date]) =>
        key.startsWith('returns.photos_needed') ? 2 : at(key as 'returns.photos_max', ...of)) as typeof policy.at);
    const order = await delivered();
    await shown(order);
    for (const reason of ['defect', 'wrong'] as const)
      await expect(asks(order, reason)).rejects.toMatchObject({
        code: 'return_photos_needed',
        facts: { needed: 2, there: 1 },
      });
    expect(await list(order, order.shopper, 'shopper')).toMatchObject([{ request_id: null }]);
    await shown(order);
    await asks(order);
    await rejects(order);
    await asks(order, 'changed_mind'); // needs none
    const [latest] = await shop.money.tx((tx) => shop.app.get(Returns).of(tx, order.orderId));
    expect(latest).toMatchObject({ reason: 'changed_mind', status: 'open' });
  });

  test('S-52 returns.photos_max: so many of one return, infected ones not counted; the next return has its own', async () => {
    const order = await delivered();
    const most = shop.app.get(PolicyQuery).at('returns.photos_max', new Date());
    const ill = await shows(order, { bytes: pdfWith(`(${virus})`), name: 'paper.pdf' });
    await scans(ill);
    await expect(read(order, ill, order.shopper, 'shopper')).rejects.toEqual(refusal('return_photo_infected'));
    for (let i = 0; i < most; i++) await shows(order);
    await expect(shows(order)).rejects.toEqual(refusal('too_many_return_photos'));
    await asks(order);
    await expect(shows(order)).rejects.toEqual(refusal('too_many_return_photos'));
    await rejects(order);
    await shows(order);
  });

  test.each([
    ['nothing', 'file_unreadable', Buffer.alloc(0), 'torn.png'],
    ['words', 'file_unreadable', Buffer.from('It is torn.'), 'torn.png'],
    ['a PDF with a program', 'file_unsafe', pdfWith('<< /S /J#61vaScript >>'), 'torn.pdf'],
    ['more than 5 MiB', 'file_too_large', Buffer.alloc(5 * 1024 * 1024 + 1, 'x'), 'torn.png'],
  ])('S-58 %s is refused: %s', async (_, code, bytes, name) => {
    const order = await delivered();
    await expect(shows(order, { bytes, name })).rejects.toEqual(refusal(code));
    expect(await list(order, order.shopper, 'shopper')).toEqual([]);
  });

  test('S-66 she takes back what she has not asked with; what her maker has seen stays', async () => {
    const order = await delivered();
    const [first, second] = [await shown(order), await shown(order)];
    const takesBack = (id: string, by = order.shopper) =>
      shop.app.as(by, () => shop.app.get(RemoveReturnPhoto).run(order.orderId, id));
    await expect(takesBack(first, personActor())).rejects.toEqual(refusal('order_not_found'));
    await takesBack(first);
    for (let i = 0; i < 2; i++) await destroys(first);
    await expect(read(order, first, order.shopper, 'shopper')).rejects.toEqual(refusal('return_photo_unknown'));
    await asks(order);
    await expect(takesBack(second)).rejects.toEqual(refusal('return_photos_not_now'));
    await destroys(second); // it is there still
    expect((await read(order, second, order.maker.actor, 'others')).photo.id).toBe(second);
  });

  test('S-66 kept for a day without an ask, and for half a year after the return is over, to the second', async () => {
    const day = new Date('2027-04-01T06:30:00Z');
    await frozenClock.at(day);
    const [loose, asked] = [await delivered(), await delivered()];
    await shown(loose);
    await shown(asked);
    await asks(asked);
    await rejects(asked);
    const policy = shop.app.get(PolicyQuery);
    const [hours, days] = [policy.at('returns.photos_loose_hours', day), policy.at('returns.photos_keep_days', day)];
    const purge = async (order: Placed, end: Date, seconds: number) => {
      await frozenClock.at(new Date(end.getTime() + seconds * 1_000));
      await shop.app.asSystem(() => shop.app.get(PurgeReturnPhotos).run());
      return (await list(order, order.shopper, 'shopper')).length;
    };
    expect(await purge(loose, hoursAfter(day, hours), 0)).toBe(1);
    expect(await purge(loose, hoursAfter(day, hours), 1)).toBe(0);
    expect(await purge(asked, hoursAfter(day, 24 * days), 0)).toBe(1);
    expect(await purge(asked, hoursAfter(day, 24 * days), 1)).toBe(0);
  });
});
