import { rupees } from '#platform/money';
import { hoursAfter } from '#platform/time';
import { PayoutAccountsQuery } from '#sellers';
import {
  AcceptContract,
  ApproveDemand,
  EndUnaccepted,
  JudgeGoods,
  RaiseBill,
  SendForPayment,
  WithdrawDemand,
} from '../src/index.js';
import { openTrade, type Trade } from './builders/open-trade.js';
import { clock, type Billed, type Office } from './builders/purchases.js';
import type { Goods } from '../../catalogue/test/builders/goods.js';
import { HttpFundsRail } from '../src/adapters/http-funds-rail.js';

/** Of many who try at once, how many succeed; the others are refused with one of these codes and a sentence. */
async function once<T>(attempts: Promise<T>[], ...refusals: string[]): Promise<T> {
  const outcomes = await Promise.allSettled(attempts);
  const won = outcomes.filter((outcome) => outcome.status === 'fulfilled');
  expect(won).toHaveLength(1);
  for (const outcome of outcomes) {
    if (outcome.status === 'fulfilled') continue;
    expect(refusals).toContain(outcome.reason.code);
    expect(outcome.reason).toMatchObject({ status: 409, message: expect.stringMatching(/\.$/) });
  }
  return won[0]!.value;
}
const rounds = 5;
const many = <T>(act: (i: number) => Promise<T>, n = 10): Promise<T>[] => Array.from({ length: n }, (_, i) => act(i));

describe('S-11 at the same moment', () => {
  let trade: Trade;
  let buying: Trade['buying'];
  let office: Office;
  let piece: Goods;
  beforeAll(async () => {
    trade = await openTrade();
    buying = trade.buying;
    office = await buying.office();
    piece = await buying.shop.live({ stock: 5_000, price_paise: 10_000 });
  }, 60_000);
  afterEach(() => clock.runs());
  afterAll(() => trade.close());

  const as: Trade['app']['as'] = (actor, act) => trade.app.as(actor, act);
  const get: Trade['app']['get'] = (token) => trade.app.get(token);

  test('R-2.3 two authorities approve one demand: one does', async () => {
    const second = await buying.officer(office.officeId, 'gov_competent_authority');
    for (let round = 0; round < rounds; round++) {
      const { id } = await buying.raised(office);
      const desks = [office.authority, second];
      await once(
        many((i) => as(desks[i % 2]!, () => get(ApproveDemand).run(id))),
        'illegal_transition',
      );
      expect(await buying.demand(id)).toMatchObject({ state: 'funds_pending', funds_attempt: 1 });
    }
  });

  test('R-2.9 the payer’s rail is asked by ten jobs at once, and blocks once', async () => {
    const { id } = await buying.raised(office);
    const asked = await as(office.authority, () => get(ApproveDemand).run(id));
    await Promise.allSettled(many(() => buying.blocks(asked)));
    await buying.blocks(asked);
    expect(await buying.demand(id)).toMatchObject({ state: 'approved' });
    expect(trade.rail.state().blocks.filter((block) => block.reference === id)).toHaveLength(1);
  });

  test('SM-7 ten orders from one demand: one contract', async () => {
    for (let round = 0; round < rounds; round++) {
      const { id } = await buying.approved(office);
      const contract = await once(
        many(() => buying.place(office, id, piece.offerId)),
        'illegal_transition',
      );
      expect(contract.demand_id).toBe(id);
    }
  });

  test('SM-7 ordered or withdrawn, not both', async () => {
    const { id } = await buying.approved(office);
    const order = () => buying.place(office, id, piece.offerId);
    const withdraw = () => as(office.buyer, () => get(WithdrawDemand).run(id, 'Not needed.'));
    const { state } = await once(
      many<{ state: string }>((i) => (i % 2 === 0 ? order() : withdraw())),
      'illegal_transition',
    );
    expect((await buying.demand(id)).state).toBe(state === 'issued' ? 'order_placed' : 'withdrawn');
  });

  test('R-1.8 two orders that only together are too much do not both pass', async () => {
    const dear = await buying.shop.live({ stock: 100, price_paise: Number(rupees(3_000)) }, piece.maker);
    for (let round = 0; round < rounds; round++) {
      const anew = await buying.office();
      const wish = { quantity: 10, estimate_paise: rupees(30_000) };
      const demands = [await buying.approved(anew, wish), await buying.approved(anew, wish)];
      const outcomes = await Promise.allSettled(demands.map(({ id }) => buying.place(anew, id, dear.offerId)));
      const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
      expect(refused.map(({ reason }) => reason.code)).toEqual(['split_warning']);
    }
  });

  test('R-3.1 the seller accepts, declines and lets lapse: one of them', async () => {
    const start = new Date('2026-12-01T12:00:00+05:30');
    for (let round = 0; round < rounds; round++) {
      await clock.stands(start);
      const { contract } = await buying.ordered(office, piece);
      const accept = () => as(piece.maker.actor, () => get(AcceptContract).run(contract.id));
      const decline = () => as(piece.maker.actor, () => get(EndUnaccepted).decline(contract.id, 'The loom is broken.'));
      await once(
        many((i) => (i % 2 === 0 ? accept() : decline())),
        'illegal_transition',
      );
    }
    await clock.stands(start);
    const { contract } = await buying.ordered(office, piece);
    await clock.stands(hoursAfter(start, 120));
    const lapse = () => trade.app.asSystem(() => get(EndUnaccepted).lapse(contract.id));
    const accept = () => as(piece.maker.actor, () => get(AcceptContract).run(contract.id));
    const outcomes = await Promise.allSettled(many<unknown>((i) => (i % 2 === 0 ? lapse() : accept())));
    const codes = outcomes.flatMap((each) => (each.status === 'rejected' ? [each.reason.code] : []));
    expect(codes).toHaveLength(5);
    for (const code of codes) expect(['time_is_over', 'illegal_transition']).toContain(code);
    expect(await buying.contract(contract.id)).toMatchObject({ state: 'lapsed' });
  });

  test('R-3.6 ten certificates for one delivery: one counts', async () => {
    const one = await buying.delivered(office, piece);
    await buying.receives(one);
    const judge = (accepted: number) =>
      as(office.consignee, () =>
        get(JudgeGoods).run(one.shipmentId, { accepted, rejected: 10 - accepted, short: 0 }, 'As counted.'),
      );
    const counted = await once(many(judge), 'illegal_transition');
    expect(await buying.acceptance(one.shipmentId)).toMatchObject({ accepted: counted.accepted, state: counted.state });
  });

  test('R-3.10 ten bills for one contract: one', async () => {
    const one = await buying.judged(office, piece);
    const bill = await once(
      many(() => as(office.buyer, () => get(RaiseBill).run(one.contract.id))),
      'already_billed',
    );
    expect(await buying.bill(bill.id)).toMatchObject({ contract_id: one.contract.id, state: 'under_bill' });
  });

  describe('S-7 S-13 a bill is paid once', () => {
    const paymentsOf = ({ bill }: Billed) => trade.rail.payments().filter((payment) => payment.bill_no === bill.number);
    const paid = async (one: Billed) => {
      expect(await buying.bill(one.bill.id)).toMatchObject({ state: 'paid' });
      expect(paymentsOf(one).map(({ status }) => status)).toEqual(['paid']);
    };

    test('ordered ten times at once', async () => {
      const one = await buying.billed(office, piece);
      await buying.certifies(one);
      const sent = await once(
        many(() => as(office.pao, () => get(SendForPayment).run(one.bill.id))),
        'illegal_transition',
      );
      expect(sent.payment_attempt).toBe(1);
      await Promise.allSettled(many(() => buying.settles(one)));
      await buying.settles(one);
      await paid(one);
    });

    test.each(['drop_after', 'error_after', 'drop_before', 'error_before'])(
      'when the call to the rail ends with %s and the job comes again',
      async (kind) => {
        const one = await buying.sent(office, piece);
        trade.rail.faults.set({ kind, route: 'POST /payments', times: 1 });
        await expect(buying.settles(one)).rejects.toThrow();
        expect(await buying.bill(one.bill.id)).toMatchObject({ state: 'sent' });
        await buying.settles(one);
        await buying.settles(one);
        await paid(one);
      },
    );

    test('when the rail has paid, the process died, and the seller’s account was changed meanwhile', async () => {
      const one = await buying.sent(office, piece);
      trade.rail.faults.set({ kind: 'drop_after', route: 'POST /payments', times: 1 });
      await expect(buying.settles(one)).rejects.toThrow();
      await otherAccount(one);
      await buying.settles(one);
      await paid(one);
    });

    test('while the rail still works on it nothing is settled, and nothing is sent again', async () => {
      const one = await buying.sent(office, piece);
      trade.rail.faults.set({ kind: 'advice_later', times: 1 });
      await expect(buying.settles(one)).rejects.toThrow('ask again');
      await expect(buying.settles(one)).rejects.toThrow('ask again');
      expect(paymentsOf(one)).toHaveLength(1);
      trade.rail.settle(paymentsOf(one)[0]!.id, { outcome: 'paid' });
      await buying.settles(one);
      await paid(one);
    });

    test('when the rail works on it while the seller’s new account is not verified yet', async () => {
      const one = await buying.sent(office, piece);
      trade.rail.faults.set({ kind: 'advice_later', times: 1 });
      await expect(buying.settles(one)).rejects.toThrow('ask again');
      jest.spyOn(get(PayoutAccountsQuery), 'of').mockResolvedValueOnce(null);
      await expect(buying.settles(one)).rejects.toThrow('ask again');
      expect(await buying.bill(one.bill.id)).toMatchObject({ state: 'sent', payment_attempt: 1 });
      trade.rail.settle(paymentsOf(one)[0]!.id, { outcome: 'paid' });
      await buying.settles(one);
      await paid(one);
    });

    test('of a seller without an account nothing is sent: the bill comes back', async () => {
      const one = await buying.sent(office, piece);
      jest.spyOn(get(PayoutAccountsQuery), 'of').mockResolvedValueOnce(null);
      await buying.settles(one);
      expect(await buying.bill(one.bill.id)).toMatchObject({ state: 'billed', refusal: 'no_bank_account' });
      expect(paymentsOf(one)).toHaveLength(0);
    });

    test('when the rail says paid before it says with which reference', async () => {
      const one = await buying.sent(office, piece);
      const early = { paymentId: 'p', status: 'paid' as const, reason: null, advice: null };
      jest.spyOn(HttpFundsRail.prototype, 'pay').mockResolvedValueOnce(early);
      await expect(buying.settles(one)).rejects.toThrow('ask again');
      expect(await buying.bill(one.bill.id)).toMatchObject({ state: 'sent' });
      await buying.settles(one);
      await paid(one);
    });

    test('R-8.8 a refused payment comes back with its reason; the answer to it does not touch the next', async () => {
      const one = await buying.sent(office, piece);
      trade.rail.faults.set({ kind: 'advice_later', times: 1 });
      await expect(buying.settles(one)).rejects.toThrow('ask again');
      trade.rail.settle(paymentsOf(one)[0]!.id, { outcome: 'refused', reason: 'account_closed' });
      await buying.settles(one);
      const refused = { state: 'billed', refusal: 'account_closed', sent_by: null };
      expect(await buying.bill(one.bill.id)).toMatchObject(refused);
      expect(await buying.pays(one)).toMatchObject({ state: 'sent', payment_attempt: 2 });
      await buying.settles(one, 1);
      expect(await buying.bill(one.bill.id)).toMatchObject({ state: 'sent', payment_attempt: 2 });
      await buying.settles(one, 2);
      expect(await buying.bill(one.bill.id)).toMatchObject({ state: 'paid' });
      expect(paymentsOf(one).map(({ status }) => status)).toEqual(['refused', 'paid']);
    });

    test('a part that came back waits for the payments desk: nothing is sent again', async () => {
      const one = await buying.sent(office, piece);
      trade.rail.faults.set({ kind: 'partly_refuse', value: 5_000, times: 1 });
      for (let i = 0; i < 3; i++) await expect(buying.settles(one)).rejects.toThrow('only a part');
      expect(await buying.bill(one.bill.id)).toMatchObject({ state: 'sent' });
      await expect(buying.pays(one)).rejects.toEqual(expect.objectContaining({ code: 'illegal_transition' }));
      expect(paymentsOf(one).map(({ status }) => status)).toEqual(['partly_paid']);
    });

    /** The maker wants her money elsewhere, the next time somebody asks. */
    async function otherAccount({ piece: { maker } }: Billed): Promise<void> {
      const query = get(PayoutAccountsQuery);
      const real = await buying.work((tx) => query.of(tx, maker.sellerId));
      jest.spyOn(query, 'of').mockResolvedValueOnce({ ...real!, accountNumber: '30999999991234' });
    }
  });
});
