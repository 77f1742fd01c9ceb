import { newId } from '#platform/kernel';
import { rupees } from '#platform/money';
import { asOwner } from '#platform/testing';
import { hoursAfter } from '#platform/time';
import {
  AcceptContract,
  ApproveDemand,
  CertifyBill,
  CheckBill,
  CheckFunds,
  DueQuery,
  EndUnaccepted,
  JudgeGoods,
  LapseAcceptance,
  RaiseBill,
  RaiseDemand,
  ReceiveGoods,
  ReopenDemand,
  ReturnDemand,
  SendForPayment,
  WithdrawDemand,
} from '../src/index.js';
import { openTrade, type Trade } from './builders/open-trade.js';
import { clock, type Office, type Ordered } from './builders/purchases.js';
import type { Goods } from '../../catalogue/test/builders/goods.js';

const refusal = (code: string, facts: object = {}) =>
  expect.objectContaining({ code, facts: expect.objectContaining(facts) });
const second_ms = 1_000;
const before = (at: Date): Date => new Date(at.getTime() - second_ms);
const after = (at: Date): Date => new Date(at.getTime() + second_ms);
const noon = new Date('2026-12-01T12:00:00+05:30');

describe('A public purchase, step by step', () => {
  let trade: Trade;
  let buying: Trade['buying'];
  let office: Office;
  let other: Office;
  let piece: Goods;
  beforeAll(async () => {
    trade = await openTrade();
    buying = trade.buying;
    office = await buying.office();
    other = await buying.office();
    piece = await buying.shop.live({ stock: 5_000, price_paise: 10_000 });
  }, 60_000);
  afterEach(() => clock.runs());
  afterAll(() => trade.close());

  const as: Trade['app']['as'] = (actor, act) => trade.app.as(actor, act);
  const get: Trade['app']['get'] = (token) => trade.app.get(token);
  const asSystem: Trade['app']['asSystem'] = (act) => trade.app.asSystem(act);
  /** What a sweep of the clock does to one delivery or contract, if it finds it due. */
  const sweeps = async (which: 'contracts' | 'acceptances', id: string): Promise<boolean> => {
    const due = await buying.work((tx) => get(DueQuery)[which](tx, 1_000));
    if (due.includes(id))
      await asSystem(() => (which === 'contracts' ? get(EndUnaccepted).lapse(id) : get(LapseAcceptance).run(id)));
    return due.includes(id);
  };

  describe('SM-7 the demand', () => {
    const approves = (id: string, who = office) => as(who.authority, () => get(ApproveDemand).run(id));
    const returns = (id: string, who = office) => as(who.authority, () => get(ReturnDemand).run(id, 'Fewer will do.'));
    const withdraws = (id: string, who = office) => as(who.buyer, () => get(WithdrawDemand).run(id, 'Not needed.'));
    const again = (id: string, who = office) =>
      as(who.buyer, () => get(RaiseDemand).again(id, buying.wanted(who, { quantity: 5 })));

    test('SM-7 comes back with a reason, is written anew, and then approved', async () => {
      const { id } = await buying.raised(office);
      expect(await returns(id)).toMatchObject({ state: 'draft', returned_because: 'Fewer will do.' });
      await expect(approves(id)).rejects.toEqual(refusal('illegal_transition'));
      expect(await again(id)).toMatchObject({ state: 'approval_pending', quantity: 5 });
      expect(await approves(id)).toMatchObject({ state: 'funds_pending', returned_because: null });
      expect(await buying.demand(id)).toMatchObject({ quantity: 5, rewritten_by: office.buyer.personId });
    });

    test('R-2.9 whose money the payer says nothing about is asked for again by the clock, until there is an answer', async () => {
      const { id } = await buying.raised(office);
      await approves(id);
      const jobs = () =>
        asOwner<{ payload: { attempt: number; check: number } }>(
          `select payload from platform.outbox where name = 'procurement.block-funds' and payload ->> 'demandId' = $1 order by id`,
          [id],
        );
      const isDue = async () => (await buying.work((tx) => get(DueQuery).funds(tx, 1_000))).includes(id);
      const checks = () => asSystem(() => get(CheckFunds).run(id));
      expect(await isDue()).toBe(false);
      await checks();
      expect(await jobs()).toHaveLength(1);
      await clock.stands(hoursAfter(await clock.now(), 7));
      expect(await isDue()).toBe(true);
      await checks();
      await checks();
      const [first, again, ...more] = (await jobs()).map(({ payload }) => payload);
      expect([first!.check, again!.check > 0, again!.attempt, more]).toEqual([0, true, first!.attempt, []]);
      await buying.blocks(await buying.demand(id));
      await clock.stands(hoursAfter(await clock.now(), 7));
      expect(await isDue()).toBe(false);
      expect(await buying.demand(id)).toMatchObject({ state: 'approved' });
    });

    test('R-2.3 who wrote it anew does not approve it either', async () => {
      const { id } = await buying.raised(office);
      await returns(id);
      await again(id);
      const attempt = as(office.buyer, () => get(ReturnDemand).run(id, 'No.'));
      await expect(attempt).rejects.toEqual(refusal('acts_not_separate'));
    });

    test('SM-7 is withdrawn from every state before a contract, from none after', async () => {
      const draft = (await returns((await buying.raised(office)).id)).id;
      const pending = (await buying.raised(office)).id;
      const approved = (await buying.approved(office)).id;
      for (const id of [draft, pending, approved]) expect(await withdraws(id)).toMatchObject({ state: 'withdrawn' });
      const asked = await approves((await buying.raised(office)).id);
      const { demand } = await buying.ordered(office, piece);
      for (const id of [draft, asked.id, demand.id])
        await expect(withdraws(id)).rejects.toEqual(refusal('illegal_transition'));
    });

    test('R-2.9 funds refused bring it back to the authority with the payer’s reason', async () => {
      trade.rail.setAvailable('gpa', 'empty pool', 0);
      const { id } = await buying.raised(office, { rail: 'gpa', budgetHead: 'empty pool' });
      await buying.blocks(await approves(id));
      const refused = { state: 'approval_pending', funds_refusal: 'insufficient_funds', funds_block: null };
      expect(await buying.demand(id)).toMatchObject(refused);
      trade.rail.setAvailable('gpa', 'empty pool', 10_000_000);
      const asked = await approves(id);
      await buying.blocks(asked);
      await buying.blocks(asked); // the job comes twice
      expect(await buying.demand(id)).toMatchObject({ state: 'approved', funds_refusal: null, funds_attempt: 2 });
      expect(trade.rail.availableOn('gpa', 'empty pool')).toBe(10_000_000 - Number(rupees(20_000)));
    });

    test('R-2.9 a treasury declares its funds; nothing is blocked there', async () => {
      expect(await buying.approved(office, { rail: 'treasury' })).toMatchObject({
        state: 'approved',
        funds_block: null,
      });
    });

    test('S-42 of another office it is not there', async () => {
      const { id } = await buying.raised(office);
      for (const act of [approves, returns, withdraws, again])
        await expect(act(id, other)).rejects.toEqual(refusal('demand_not_found'));
    });
  });

  describe('SM-8 the contract', () => {
    const declines = ({ contract }: Ordered, who = piece.maker.actor) =>
      as(who, () => get(EndUnaccepted).decline(contract.id, 'The loom is broken.'));

    test('SM-8 R-3.1 declined, its pieces and its money are free, and the office orders again', async () => {
      const one = await buying.ordered(office, piece);
      expect(await declines(one)).toMatchObject({ state: 'declined', due_at: null });
      await asSystem(() => get(ReopenDemand).run(one.contract.id));
      await asSystem(() => get(ReopenDemand).run(one.contract.id));
      expect(await buying.demand(one.demand.id)).toMatchObject({ state: 'approved' });
      const next = await buying.place(office, one.demand.id, piece.offerId);
      await asSystem(() => get(ReopenDemand).run(one.contract.id)); // old news once more
      expect(next.state).toBe('issued');
      expect(await buying.demand(one.demand.id)).toMatchObject({ state: 'order_placed' });
      await expect(declines(one)).rejects.toEqual(refusal('illegal_transition'));
    });

    test('R-3.1 the seller answers within 120 hours to the second, then it lapses', async () => {
      await clock.stands(noon);
      const [early, late, silent] = [
        await buying.ordered(office, piece),
        await buying.ordered(office, piece),
        await buying.ordered(office, piece),
      ];
      const end = hoursAfter(noon, 120);
      expect(silent.contract.due_at).toEqual(end);
      await clock.stands(before(end));
      expect(await sweeps('contracts', silent.contract.id)).toBe(false);
      await asSystem(() => get(EndUnaccepted).lapse(silent.contract.id));
      expect(await buying.contract(silent.contract.id)).toMatchObject({ state: 'issued' });
      expect(await buying.accepts(early)).toMatchObject({ state: 'accepted' });
      await clock.stands(end);
      await expect(buying.accepts(late)).rejects.toEqual(refusal('time_is_over', { ended_at: end.toISOString() }));
      await expect(declines(late)).rejects.toEqual(refusal('time_is_over'));
      await clock.stands(after(end));
      expect(await sweeps('contracts', silent.contract.id)).toBe(true);
      expect(await buying.contract(silent.contract.id)).toMatchObject({ state: 'lapsed', due_at: null });
      expect(await buying.contract(early.contract.id)).toMatchObject({ state: 'accepted' });
    });

    test('S-42 of another seller it is not there', async () => {
      const one = await buying.ordered(office, piece);
      const stranger = buying.stranger();
      const attempt = as(stranger, () => get(AcceptContract).run(one.contract.id));
      await expect(attempt).rejects.toEqual(refusal('contract_not_found'));
      await expect(declines(one, stranger)).rejects.toEqual(refusal('contract_not_found'));
      await expect(as(office.buyer, () => get(AcceptContract).run(one.contract.id))).rejects.toEqual(
        refusal('contract_not_found'),
      );
    });
  });

  describe('SM-8 receipt and acceptance', () => {
    test('R-3.5 the receipt is the consignee’s for 48 hours to the second, then the day of delivery counts', async () => {
      await clock.stands(noon);
      const [mine, silent] = [await buying.delivered(office, piece), await buying.delivered(office, piece)];
      const end = hoursAfter(noon, 48);
      await clock.stands(before(end));
      expect(await sweeps('acceptances', silent.shipmentId)).toBe(false);
      expect(await buying.receives(mine)).toMatchObject({ state: 'received', received_at: before(end) });
      await clock.stands(end);
      await expect(buying.receives(silent)).rejects.toEqual(refusal('time_is_over'));
      await clock.stands(after(end));
      expect(await sweeps('acceptances', silent.shipmentId)).toBe(true);
      expect(await buying.acceptance(silent.shipmentId)).toMatchObject({ state: 'received', received_at: noon });
      await expect(buying.receives(mine)).rejects.toEqual(refusal('illegal_transition'));
    });

    test('R-3.6 R-3.7 the certificate is hers for ten legal days, then the goods count as accepted', async () => {
      await clock.stands(noon);
      const all = [await buying.delivered(office, piece), await buying.delivered(office, piece)] as const;
      for (const one of all) await buying.receives(one);
      const [mine, silent] = all;
      const midnight = new Date('2026-12-12T00:00:00+05:30');
      expect(await buying.acceptance(silent.shipmentId)).toMatchObject({ due_at: midnight });
      await clock.stands(before(midnight));
      expect(await sweeps('acceptances', silent.shipmentId)).toBe(false);
      expect(await buying.judges(mine, 0, 10)).toMatchObject({ state: 'rejected' });
      await clock.stands(midnight);
      await expect(buying.judges(silent, 0, 10)).rejects.toEqual(refusal('time_is_over'));
      await clock.stands(new Date('2026-12-14T09:00:00+05:30')); // the job comes late: from when it counts does not change
      expect(await sweeps('acceptances', silent.shipmentId)).toBe(true);
      const deemed = { state: 'deemed_accepted', accepted: 10, rejected: 0, short: 0, judged_at: midnight };
      expect(await buying.acceptance(silent.shipmentId)).toMatchObject(deemed);
      await expect(buying.judges(silent, 0, 10)).rejects.toEqual(refusal('illegal_transition'));
    });

    test('R-3.5 R-3.7 nobody ever spoke: one late job does both', async () => {
      await clock.stands(noon);
      const one = await buying.delivered(office, piece);
      await clock.stands(new Date('2027-01-31T12:00:00+05:30'));
      await sweeps('acceptances', one.shipmentId);
      expect(await buying.acceptance(one.shipmentId)).toMatchObject({ state: 'deemed_accepted', received_at: noon });
      expect((await buying.bills(one)).pay_by).toEqual(new Date('2026-12-22T23:59:59+05:30'));
    });

    test('R-3.6 every piece is counted once, and what is wrong is said', async () => {
      const one = await buying.delivered(office, piece);
      const judges = (counted: Parameters<JudgeGoods['run']>[1], reason: string | null) =>
        as(office.consignee, () => get(JudgeGoods).run(one.shipmentId, counted, reason));
      const full = { accepted: 10, rejected: 0, short: 0 };
      await expect(judges(full, null)).rejects.toEqual(refusal('illegal_transition'));
      await buying.receives(one);
      const sums = refusal('certificate_does_not_add_up', { ordered: 10 });
      await expect(judges({ accepted: 10, rejected: 1, short: 0 }, 'One too many.')).rejects.toEqual(sums);
      await expect(judges({ accepted: 8, rejected: 1, short: 0 }, 'One too few.')).rejects.toEqual(sums);
      await expect(judges({ accepted: 8, rejected: 1, short: 1 }, null)).rejects.toEqual(refusal('reason_needed'));
      const part = { accepted: 8, rejected: 1, short: 1 };
      expect(await judges(part, 'Torn; one missing.')).toMatchObject({ state: 'accepted_part', ...part });
      expect(await buying.contract(one.contract.id)).toMatchObject({ state: 'settled' });
    });

    test('R-3.8 what is rejected whole is not paid, ends the contract, and is ordered anew', async () => {
      const one = await buying.delivered(office, piece);
      await buying.receives(one);
      await buying.judges(one, 0, 7, 3);
      expect(await buying.contract(one.contract.id)).toMatchObject({ state: 'rejected' });
      await expect(buying.bills(one)).rejects.toEqual(refusal('nothing_to_pay'));
      await asSystem(() => get(ReopenDemand).run(one.contract.id));
      expect((await buying.place(office, one.demand.id, piece.offerId)).state).toBe('issued');
    });

    test('S-42 a delivery that is not there is not there', async () => {
      const attempt = as(office.consignee, () => get(ReceiveGoods).run(newId()));
      await expect(attempt).rejects.toEqual(refusal('delivery_not_found'));
    });
  });

  describe('SM-8 bill and payment', () => {
    test('R-3.10 one bill for a contract, once something is accepted', async () => {
      const one = await buying.delivered(office, piece);
      await expect(buying.bills(one)).rejects.toEqual(refusal('nothing_to_pay'));
      await buying.receives(one);
      await buying.judges(one, 9, 1);
      expect(await buying.bills(one)).toMatchObject({ gross_paise: 90_000n, damages_paise: 0n, net_paise: 90_000n });
      await expect(buying.bills(one)).rejects.toEqual(refusal('already_billed'));
    });

    test('R-3.11 payment is due ten legal days after the certificate', async () => {
      await clock.stands(new Date('2026-12-05T23:59:59+05:30'));
      const one = await buying.judged(office, piece);
      expect((await buying.bills(one)).pay_by).toEqual(new Date('2026-12-15T23:59:59+05:30'));
    });

    test('R-3.4 what came late costs the seller by the terms of the contract', async () => {
      await clock.stands(noon);
      const one = await buying.ordered(office, piece, { deliveryDays: 5 });
      await buying.accepts(one);
      await clock.stands(new Date('2026-12-14T00:00:00+05:30'));
      await buying.delivers(one);
      await buying.receives(one);
      await buying.judges(one, 10);
      expect(await buying.bills(one)).toMatchObject({ late_days: 8, gross_paise: 100_000n, damages_paise: 1_000n });
    });

    test('SM-8 certified, sent and paid, each once and in this order', async () => {
      const one = await buying.billed(office, piece);
      await expect(buying.pays(one)).rejects.toEqual(refusal('illegal_transition'));
      expect(await buying.certifies(one)).toMatchObject({ state: 'billed' });
      await expect(buying.certifies(one)).rejects.toEqual(refusal('illegal_transition'));
      expect(await buying.pays(one)).toMatchObject({ state: 'sent', payment_attempt: 1 });
      await expect(buying.pays(one)).rejects.toEqual(refusal('illegal_transition'));
      await buying.settles(one);
      expect(await buying.bill(one.bill.id)).toMatchObject({ state: 'paid', utr: expect.any(String) });
      expect(await buying.contract(one.contract.id)).toMatchObject({ state: 'completed' });
      expect(await buying.demand(one.demand.id)).toMatchObject({ state: 'fulfilled' });
      await expect(buying.pays(one)).rejects.toEqual(refusal('illegal_transition'));
    });

    test('R-8.8 a bill of which the payer says nothing is asked about again by the clock, under the same attempt', async () => {
      const one = await buying.sent(office, piece);
      const due = async () => (await buying.work((tx) => get(DueQuery).bills(tx, 1_000))).includes(one.bill.id);
      expect(await due()).toBe(false);
      await clock.stands(hoursAfter(await clock.now(), 7));
      expect(await due()).toBe(true);
      for (let i = 0; i < 2; i++) await asSystem(() => get(CheckBill).run(one.bill.id));
      const jobs = await asOwner<{ attempt: string; asked_again: boolean }>(
        `select payload ->> 'attempt' as attempt, (payload ->> 'check')::bigint > 0 as asked_again from platform.outbox
          where name = 'procurement.send-bill' and payload ->> 'billId' = $1 order by id`,
        [one.bill.id],
      );
      expect(jobs).toEqual([
        { attempt: '1', asked_again: false },
        { attempt: '1', asked_again: true },
      ]);
      await buying.settles(one);
      await clock.stands(hoursAfter(await clock.now(), 7));
      expect(await due()).toBe(false);
    });

    test('S-42 of another office neither contract nor bill is there', async () => {
      const one = await buying.billed(office, piece);
      const acts = [
        as(other.ddo, () => get(CertifyBill).run(one.bill.id)),
        as(other.pao, () => get(SendForPayment).run(one.bill.id)),
        as(office.ddo, () => get(CertifyBill).run(newId())),
      ];
      for (const act of acts) await expect(act).rejects.toEqual(refusal('bill_not_found'));
      const attempt = as(other.buyer, () => get(RaiseBill).run(one.contract.id));
      await expect(attempt).rejects.toEqual(refusal('contract_not_found'));
    });
  });
});
