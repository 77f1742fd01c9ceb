import { inDigits, rupees } from '#platform/money';
import { asOwner, textOfPdf, type Booted } from '#platform/testing';
import { daysAfter, istDay, startOfIstDay } from '#platform/time';
import { DueQuery, LapseAcceptance, PaymentClocks, PrintClaim, RemindOffice } from '../src/index.js';
import { openTrade, type Trade } from './builders/open-trade.js';
import { provedMaker } from './builders/proved-maker.js';
import { clock, type Office, type Ordered } from './builders/purchases.js';
import type { Goods } from '../../catalogue/test/builders/goods.js';

const refusal = (code: string) => expect.objectContaining({ code });
const everybody = ['consignee', 'buyer', 'paying_authority', 'nodal_officer'];

describe('The clock of a payment', () => {
  let trade: Trade;
  let buying: Trade['buying'];
  let office: Office;
  let piece: Goods;
  beforeAll(async () => {
    trade = await openTrade();
    buying = trade.buying;
    office = await buying.office();
    piece = await buying.shop.live({ stock: 5_000, price_paise: 10_000 }, (await provedMaker(trade)).maker);
  }, 60_000);
  afterEach(() => clock.runs());
  afterAll(() => trade.close());

  const get: Booted['get'] = (token) => trade.app.get(token);
  /** The moment `days` legal days after an instant, at the given second of the day. */
  const onDay = (since: Date, days: number, second = 0) =>
    new Date(startOfIstDay(istDay(daysAfter(since, days))).getTime() + second * 1_000);
  const isDue = async ({ shipmentId }: Ordered) =>
    (await buying.work((tx) => get(DueQuery).reminders(tx, 1_000))).includes(shipmentId);
  /** What the clock's sweep does to one delivery. */
  const sweeps = async (one: Ordered): Promise<boolean> => {
    const due = await isDue(one);
    if (due) await trade.app.asSystem(() => get(RemindOffice).run(one.shipmentId));
    return due;
  };
  const told = (one: Ordered, name: string) =>
    asOwner<{ payload: Record<string, unknown> }>(
      `select payload from platform.outbox where name = $1 and payload ->> 'contractId' = $2 order by id`,
      [name, one.contract.id],
    ).then((rows) => rows.map(({ payload }) => payload));
  const reminders = async (one: Ordered) =>
    (await told(one, 'procurement.office_reminded')).map(({ what, day, warns }) => [what, day, warns]);

  test('R-3.11 who owes the certificate is reminded rung by rung, until it counts as given', async () => {
    const one = await buying.delivered(office, piece);
    const { received_at } = await buying.receives(one);
    expect(await isDue(one)).toBe(false);
    for (let day = 1; day <= 11; day++) {
      await clock.stands(onDay(received_at!, day));
      expect([day, await sweeps(one)]).toEqual([day, [1, 4, 6, 11].includes(day)]);
    }
    const rungs = [
      ['acceptance', 1, ['consignee']],
      ['acceptance', 4, ['consignee', 'buyer']],
      ['acceptance', 6, everybody],
    ];
    expect(await reminders(one)).toEqual(rungs);
    // The certificate came about by itself at that midnight: from then on the money is waited for.
    await trade.app.asSystem(() => get(LapseAcceptance).run(one.shipmentId));
    expect(await isDue(one)).toBe(false);
    await clock.stands(onDay(received_at!, 12));
    expect(await sweeps(one)).toBe(true);
    expect(await reminders(one)).toEqual([...rungs, ['payment', 1, ['consignee']]]);
  });

  test('R-3.11 who owes the money is reminded rung by rung; when it is late the seller hears what she may claim', async () => {
    const one = await buying.judged(office, piece);
    const { judged_at } = await buying.acceptance(one.shipmentId);
    for (const day of [1, 4, 6]) {
      await clock.stands(onDay(judged_at!, day));
      await sweeps(one);
      expect(await sweeps(one)).toBe(false);
    }
    await clock.stands(onDay(judged_at!, 10, 86_399));
    expect(await sweeps(one)).toBe(false);
    expect(await told(one, 'procurement.payment_overdue')).toEqual([]);
    await clock.stands(onDay(judged_at!, 11));
    expect(await sweeps(one)).toBe(true);
    expect(await told(one, 'procurement.payment_overdue')).toEqual([
      expect.objectContaining({ due_paise: 100_000, pay_by: daysAfter(judged_at!, 10).toISOString() }),
    ]);
    expect((await reminders(one)).map(([, day]) => day)).toEqual([1, 4, 6, 11]);
    await clock.stands(onDay(judged_at!, 400));
    expect(await sweeps(one)).toBe(false);
  });

  test('R-3.11 a clock that was away for days reminds of the day it is, once', async () => {
    const one = await buying.judged(office, piece);
    const { judged_at } = await buying.acceptance(one.shipmentId);
    await clock.stands(onDay(judged_at!, 5));
    await sweeps(one);
    expect(await reminders(one)).toEqual([['payment', 5, ['consignee', 'buyer']]]);
  });

  test('R-3.11 whose goods were rejected, or who is paid, waits for nothing', async () => {
    const rejected = await buying.delivered(office, piece);
    await buying.receives(rejected);
    await buying.judges(rejected, 0, 10);
    const paid = await buying.sent(office, piece);
    await buying.settles(paid);
    await clock.stands(onDay(await clock.now(), 1));
    expect(await sweeps(rejected)).toBe(false);
    expect(await sweeps(paid)).toBe(true);
    expect(await isDue(paid)).toBe(false);
    expect([await reminders(rejected), await reminders(paid)]).toEqual([[], []]);
  });

  const clockOf = (one: Ordered, by = office.buyer) => trade.app.as(by, () => get(PaymentClocks).of(one.contract.id));

  test('R-3.13 R-3.14 T-3.13 seller and office read the same clock; it stands still when the money is there', async () => {
    const one = await buying.sent(office, piece);
    const { judged_at } = await buying.acceptance(one.shipmentId);
    await clock.stands(onDay(judged_at!, 10, 86_399));
    const inTime = await clockOf(one, piece.maker.actor);
    expect(inTime).toMatchObject({ net_paise: rupees(1_000), overdue_days: 0, penal: { interest_paise: 0n } });
    expect(inTime.supplier).toEqual({ size: 'micro', last_day: istDay(inTime.pay_by), months: [], interest_paise: 0n });
    await clock.stands(onDay(judged_at!, 40));
    const late = await clockOf(one, piece.maker.actor);
    expect(late).toMatchObject({ overdue_days: 30, penal: { interest_paise: rupees(10) }, paid_at: null });
    expect(late.supplier!.interest_paise).toBeGreaterThan(rupees(13));
    expect(await clockOf(one)).toEqual(late);
    await buying.settles(one);
    await clock.stands(onDay(judged_at!, 90));
    const paid = await clockOf(one);
    expect(paid).toMatchObject({ overdue_days: 30, penal: late.penal, supplier: late.supplier });
    expect(paid).toMatchObject({ paid_at: onDay(judged_at!, 40), utr: expect.any(String) });
  });

  const statement = (one: Ordered, by = piece.maker.actor) =>
    trade.app.as(by, () => get(PrintClaim).run(one.contract.id));

  test('R-3.14 the statement of a late payment says what happened when, and reckons month by month', async () => {
    const one = await buying.judged(office, piece);
    const { judged_at } = await buying.acceptance(one.shipmentId);
    await clock.stands(onDay(judged_at!, 10, 86_399));
    await expect(statement(one)).rejects.toEqual(refusal('payment_in_time'));
    await clock.stands(onDay(judged_at!, 80));
    const { supplier, penal } = await clockOf(one);
    expect(supplier!.months).toHaveLength(3);
    const { number, pdf } = await statement(one);
    expect(number).toBe(one.contract.number);
    const said = textOfPdf(pdf).join('\n');
    const day = (at: Date) => istDay(at).split('-').reverse().join('-');
    for (const text of [
      ...[one.contract.number, one.contract.sanction_number, one.contract.title, 'Board of Tests'],
      ...[day(judged_at!), 'Last day to pay', 'Micro enterprise', 'not raised', 'Late by', '70 days'],
      ...supplier!.months.map(({ interest_paise }) => inDigits(interest_paise)),
      ...[`₹${inDigits(rupees(1_000) + supplier!.interest_paise)}`, `₹${inDigits(penal!.interest_paise)}`],
    ])
      expect(said).toContain(text);
    expect(textOfPdf((await statement(one, office.buyer)).pdf)).toEqual(textOfPdf(pdf));
    await expect(statement(one, buying.stranger())).rejects.toEqual(refusal('contract_not_found'));
  });

  test('R-3.14 whose size no register has proved has no claim as a micro enterprise', async () => {
    const one = await buying.judged(office, await buying.shop.live({ stock: 50, price_paise: 10_000 }));
    expect((await clockOf(one, one.piece.maker.actor)).supplier).toBeNull();
  });

  test('S-42 R-3.8 there is no clock for others, and none before something is accepted', async () => {
    const one = await buying.delivered(office, piece);
    await expect(clockOf(one, piece.maker.actor)).rejects.toEqual(refusal('nothing_to_pay'));
    await buying.receives(one);
    await buying.judges(one, 10);
    await expect(clockOf(one, buying.stranger())).rejects.toEqual(refusal('contract_not_found'));
    const other = await buying.office();
    await expect(clockOf(one, other.buyer)).rejects.toEqual(refusal('contract_not_found'));
  });
});
