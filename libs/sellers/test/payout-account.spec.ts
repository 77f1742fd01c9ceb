import { UnitOfWork } from '#platform/database';
import type { Actor } from '#platform/kernel';
import { asOwner, frozenClock, type Booted } from '#platform/testing';
import {
  ChangePayoutAccount,
  CheckPayoutAccount,
  DecidePayoutAccount,
  LeaveSilentAccount,
  PaperDeskQuery,
  PayoutAccountsQuery,
} from '../src/index.js';
import { type Maker } from './builders/makers.js';
import { openSellers, type OpenSellers } from './builders/open-sellers.js';

const refusal = (code: string) => expect.objectContaining({ code });
const other = { holder: 'Meena Devi', account: '30000000771', ifsc: 'SBIN0001234' };
const closed = { ...other, account: '300000009991' };

describe('S-9 another payout account', () => {
  let app: Booted;
  let make: OpenSellers['make'];
  let opened: OpenSellers;
  beforeAll(async () => {
    opened = await openSellers();
    ({ app, make } = opened);
  });
  afterEach(() => frozenClock.thaw());
  afterAll(() => opened.close());

  const fresh = ({ actor }: Maker): Actor => ({ ...actor, secondFactorAt: new Date() });
  const changes = (maker: Maker, account = other, actor = fresh(maker)) =>
    app.as(actor, () => app.get(ChangePayoutAccount).run(account));
  const asks = <T>(work: (query: PayoutAccountsQuery, tx: Parameters<PayoutAccountsQuery['of']>[0]) => Promise<T>) =>
    app.asSystem(() => app.get(UnitOfWork).run((tx) => work(app.get(PayoutAccountsQuery), tx)));
  const account = (maker: Maker) => asks((query, tx) => query.of(tx, maker.sellerId));
  const restsUntil = (maker: Maker) => asks((query, tx) => query.restsUntil(tx, maker.sellerId));
  const jobs = (maker: Maker) =>
    asOwner<{ payload: { sellerId: string; paperId: string } }>(
      `select payload from platform.outbox where name = 'sellers.check-payout-account' and payload ->> 'sellerId' = $1
        order by id`,
      [maker.sellerId],
    );
  const news = (maker: Maker) =>
    asOwner<{ payload: object }>(
      `select payload from platform.outbox where name = 'sellers.payout_account_changed' and payload ->> 'sellerId' = $1`,
      [maker.sellerId],
    );
  const bankAnswers = async (maker: Maker) => {
    const [{ payload } = { payload: null }] = (await jobs(maker)).slice(-1);
    await app.asSystem(() => app.get(CheckPayoutAccount).run(payload!));
  };

  test('rests payouts for 48 hours to the second, tells the owner, and asks the bank', async () => {
    const maker = await make.verified();
    const before = await account(maker);
    await frozenClock.at(new Date('2027-03-01T10:00:00Z'));
    expect(await restsUntil(maker)).toBeNull();
    await changes(maker);
    expect(await account(maker)).toBeNull();
    await bankAnswers(maker);
    expect(await account(maker)).toMatchObject({ accountNumber: other.account });
    expect(before?.accountNumber).not.toBe(other.account);
    expect(await news(maker)).toMatchObject([{ payload: { restsUntil: '2027-03-03T10:00:00.000Z' } }]);
    await frozenClock.later(48 * 3_600 - 1);
    expect(await restsUntil(maker)).toEqual(new Date('2027-03-03T10:00:00Z'));
    await frozenClock.later(1);
    expect(await restsUntil(maker)).toBeNull();
  });

  test('rests on while the bank has not answered', async () => {
    const maker = await make.verified();
    await frozenClock.at(new Date('2027-03-01T10:00:00Z'));
    await changes(maker);
    await frozenClock.later(48 * 3_600);
    expect(await restsUntil(maker)).toEqual(new Date('2027-03-03T11:00:00Z'));
    await bankAnswers(maker);
    expect(await restsUntil(maker)).toBeNull();
  });

  test('about which the bank is silent is left to the desk after two hours, to the second, which decides it', async () => {
    const maker = await make.verified();
    await frozenClock.at(new Date('2027-03-01T10:00:00Z'));
    await changes(maker);
    const sweeps = () =>
      app.asSystem(async () => {
        const due = await app.get(UnitOfWork).run((tx) => app.get(LeaveSilentAccount).due(tx, 1_000));
        await app.get(LeaveSilentAccount).run(maker.sellerId);
        return due.includes(maker.sellerId);
      });
    const onDesk = async () =>
      app.as(await make.officerOf('bhagalpur'), () =>
        app.get(UnitOfWork).run(async (tx) => (await app.get(PaperDeskQuery).one(tx, maker.sellerId)).account),
      );
    await frozenClock.later(7_199);
    expect([await sweeps(), await onDesk()]).toEqual([false, null]);
    await frozenClock.later(1);
    expect(await sweeps()).toBe(true);
    const paper = await onDesk();
    expect(paper).toMatchObject({ finding: 'manual', note: 'The bank did not answer.' });
    expect(await sweeps()).toBe(false);
    await bankAnswers(maker); // too late: the desk has it
    expect(await account(maker)).toBeNull();
    const officer = { ...(await make.officerOf('bhagalpur')), secondFactorAt: new Date() };
    await app.as(officer, () => app.get(DecidePayoutAccount).run(maker.sellerId, paper!.id, true, 'Her passbook.'));
    expect(await account(maker)).toMatchObject({ accountNumber: other.account });
    await frozenClock.later(46 * 3_600);
    expect(await restsUntil(maker)).toBeNull();
  });

  test('that the bank does not know is not paid to; the next one counts from its own change', async () => {
    const maker = await make.verified();
    await frozenClock.at(new Date('2027-03-01T10:00:00Z'));
    await changes(maker, closed);
    await bankAnswers(maker);
    expect(await account(maker)).toBeNull();
    const own = await app.as(maker.actor, () => app.get(UnitOfWork).run((tx) => app.get(PayoutAccountsQuery).own(tx)));
    expect(own.paper).toMatchObject({ finding: 'failed', note: 'The bank does not know this account.' });
    await frozenClock.later(48 * 3_600);
    expect(await restsUntil(maker)).toEqual(new Date('2027-03-03T11:00:00Z'));
    await changes(maker);
    await bankAnswers(maker);
    expect(await restsUntil(maker)).toEqual(new Date('2027-03-05T10:00:00Z'));
    expect(await account(maker)).toMatchObject({ accountNumber: other.account });
  });

  test('an answer about an account that was changed again changes nothing', async () => {
    const maker = await make.verified();
    await changes(maker);
    const [first] = await jobs(maker);
    await changes(maker, closed);
    await app.asSystem(() => app.get(CheckPayoutAccount).run(first!.payload));
    expect(await account(maker)).toBeNull();
    await bankAnswers(maker);
    await bankAnswers(maker);
    expect(await account(maker)).toBeNull();
  });

  test('the same account once more changes nothing', async () => {
    const maker = await make.verified();
    await changes(maker);
    await changes(maker, { ...other, ifsc: ' sbin0001234 ' });
    expect(await news(maker)).toHaveLength(1);
  });

  test.each([
    ['without a second factor', {}, null, 'second_factor_needed'],
    ['with a stale one', {}, 11, 'second_factor_needed'],
    ['with a number that cannot be', { account: '123' }, 0, 'evidence_malformed'],
    ['with an IFSC that cannot be', { ifsc: 'SBIN1001234' }, 0, 'evidence_malformed'],
  ])('%s: refused, nothing changes', async (_, change, minutes_ago, code) => {
    const maker = await make.verified();
    const secondFactorAt = minutes_ago === null ? null : new Date(Date.now() - minutes_ago * 60_000);
    const act = changes(maker, { ...other, ...change }, { ...maker.actor, secondFactorAt });
    await expect(act).rejects.toEqual(refusal(code));
    expect(await restsUntil(maker)).toBeNull();
    expect(await account(maker)).not.toBeNull();
  });

  test('by a delegate without the maker’s own code, by a stranger, before she is verified: refused', async () => {
    const maker = await make.verified();
    const delegate = { ...fresh(maker), delegateId: make.stranger().personId };
    await expect(changes(maker, other, delegate)).rejects.toEqual(refusal('own_code_needed'));
    await expect(changes(maker, other, { ...fresh(maker), ...make.stranger() })).rejects.toEqual(
      refusal('seller_unknown'),
    );
    await expect(changes(maker, other, { ...fresh(maker), organisationId: null })).rejects.toEqual(
      refusal('seller_unknown'),
    );
    const waiting = await make.underReview();
    await expect(changes(waiting)).rejects.toEqual(refusal('evidence_closed'));
  });
});
