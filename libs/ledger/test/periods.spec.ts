import { UnitOfWork, type Tx } from '#platform/database';
import { newId, type Cause } from '#platform/kernel';
import {
  asOwner,
  boot,
  ownDatabase,
  frozenClock,
  personActor,
  type Booted,
  type TestDatabase,
} from '#platform/testing';
import {
  BooksQuery,
  ClosePeriod,
  LedgerModule,
  Periods,
  platformOwner,
  PostTransfers,
  StatementQuery,
  type Transfer,
} from '../src/index.js';
import { sealOf, spanOf, trialOf } from '../src/domain/period.js';

const officer = () => personActor({ secondFactorAt: new Date(), label: 'officer' });
const [first, second] = [officer(), officer()];

describe('S-1 a month’s books are closed', () => {
  let database: TestDatabase;
  let app: Booted;
  const urls = { DATABASE_URL: process.env['DATABASE_URL'], DATABASE_OWNER_URL: process.env['DATABASE_OWNER_URL'] };
  beforeAll(async () => {
    database = await ownDatabase();
    app = await boot([LedgerModule]);
  });
  afterAll(async () => {
    await app.close();
    await database.drop();
    Object.assign(process.env, urls);
  });

  const maker = newId();
  const tx = <T>(work: (tx: Tx) => Promise<T>) => app.asSystem(() => app.get(UnitOfWork).run(work));
  const earned = (amount_paise: bigint): Transfer => ({
    id: newId(),
    debit: { code: 'buyer_escrow', owner: newId() },
    credit: { code: 'seller_payable', owner: maker },
    ...{ amount_paise, why: 'release_to_seller', cause: { kind: 'order', id: newId() } satisfies Cause },
  });
  const paid = (checkout: Transfer): Transfer => ({
    ...{ ...checkout, id: newId(), debit: { code: 'gateway_clearing', owner: platformOwner }, credit: checkout.debit },
    why: 'payment_captured',
  });
  const post = (...transfers: Transfer[]) => tx((t) => app.get(PostTransfers).inside(t, transfers));
  const sells = (amount_paise: bigint) => {
    const sale = earned(amount_paise);
    return post(paid(sale), sale);
  };
  const ask = (month: string, by = first) => app.as(by, () => app.get(ClosePeriod).ask(month, 'all is explained'));
  const close = (month: string, by = second) => app.as(by, () => app.get(ClosePeriod).close(month, 'checked'));
  const statement = (month: string) => {
    const { from, before } = spanOf(month);
    const account = { code: 'seller_payable', owner: maker } as const;
    return tx((t) => app.get(StatementQuery).of(t, account, from, before));
  };

  test('S-1 a month is asked for when it is over, and closed by another person, who proved who she is (S-28)', async () => {
    await frozenClock.at(new Date('2026-08-31T18:29:00Z')); // one minute before September in India
    await sells(1_000n);
    await expect(ask('2026-08')).rejects.toMatchObject({ code: 'period_not_over' });
    await frozenClock.at(new Date('2026-08-31T18:30:01Z'));
    await sells(20_000n);
    await expect(close('2026-08')).rejects.toMatchObject({ code: 'period_not_asked' });
    await expect(ask('2026-08', personActor())).rejects.toMatchObject({ code: 'second_factor_needed' });
    expect(await ask('2026-08')).toMatchObject({ month: '2026-08', closed_at: null, asked_by: first.personId });
    await expect(close('2026-08', first)).rejects.toMatchObject({ code: 'own_period' });
    await expect(close('2026-08', personActor())).rejects.toMatchObject({ code: 'second_factor_needed' });
    const closed = await close('2026-08');
    expect(closed).toMatchObject({
      transfers: 2,
      closed_by: second.personId,
      digest: expect.stringMatching(/^\w{64}$/),
    });
    expect(closed.trial).toEqual([
      { code: 'gateway_clearing', opening_paise: 0n, debits_paise: 1_000n, credits_paise: 0n, closing_paise: 1_000n },
      { code: 'buyer_escrow', opening_paise: 0n, debits_paise: 1_000n, credits_paise: 1_000n, closing_paise: 0n },
      { code: 'seller_payable', opening_paise: 0n, debits_paise: 0n, credits_paise: 1_000n, closing_paise: -1_000n },
    ]);
    await expect(ask('2026-08')).rejects.toMatchObject({ code: 'period_closed' });
    await expect(close('2026-08')).rejects.toMatchObject({ code: 'period_closed' });
  });

  test('S-1 months are closed one after the other, each on top of the one before', async () => {
    await frozenClock.at(new Date('2026-11-05T10:00:00Z'));
    await expect(ask('2026-10')).rejects.toMatchObject({ code: 'period_out_of_order', facts: { next: '2026-09' } });
    await ask('2026-09');
    const { trial } = await close('2026-09');
    expect(trial!.find((line) => line.code === 'seller_payable')).toMatchObject({
      ...{ opening_paise: -1_000n, credits_paise: 20_000n, closing_paise: -21_000n },
    });
  });

  test('S-1 nothing is posted into a closed month, whoever asks; its statement never changes, a correction stands in the open one', async () => {
    const before = await statement('2026-09');
    const back = { ...earned(500n), why: 'correction' };
    const late = `insert into ledger.transfer (id, debit_code, debit_owner, credit_code, credit_owner, amount_paise, why, cause, posted_at)
                  values ($1, 'buyer_escrow', $2, 'seller_payable', $3, 500, 'release_to_seller', $5, $4)`;
    const values = [back.id, back.debit.owner, maker, new Date('2026-09-30T18:29:59Z'), `order:${back.id}`];
    await expect(asOwner(late, values)).rejects.toThrow('the month is closed');
    await expect(asOwner(`update ledger.period set closed_at = null, closed_by = null`)).rejects.toThrow(
      'never changed',
    );
    await expect(asOwner(`delete from ledger.period`)).rejects.toThrow('never changed');
    await sells(500n);
    expect(await statement('2026-09')).toEqual(before);
    expect((await statement('2026-11')).closing_paise).toBe(21_500n);
  });

  test('S-1 who began before the month was over and came when it was closed stands in the open month', async () => {
    await frozenClock.at(new Date('2026-11-30T18:29:59Z')); // the last second of November in India
    const sale = earned(7n);
    const [began, goOn] = [gate(), gate()];
    const tries: Date[] = [];
    const posting = tx(async (t) => {
      tries.push(t.now);
      began.open();
      await goOn.passed;
      await app.get(PostTransfers).inside(t, [paid(sale), sale]);
    });
    await began.passed;
    await frozenClock.at(new Date('2026-12-02T10:00:00Z'));
    for (const month of ['2026-10', '2026-11']) {
      await ask(month);
      await close(month);
    }
    goOn.open();
    await posting;
    expect(tries).toHaveLength(1);
    expect((await statement('2026-11')).closing_paise).toBe(21_500n);
    expect((await statement('2026-12')).closing_paise).toBe(21_507n);
  });

  test('S-1 who closes waits for who is posting: what was posted before is in the sealed month', async () => {
    await frozenClock.at(new Date('2026-12-31T18:29:59Z'));
    const [posted, goOn] = [gate(), gate()];
    const sale = earned(11n);
    const posting = tx(async (t) => {
      await app.get(PostTransfers).inside(t, [paid(sale), sale]);
      posted.open();
      await goOn.passed;
    });
    await posted.passed;
    await frozenClock.at(new Date('2027-01-02T10:00:00Z'));
    await ask('2026-12');
    const closing = close('2026-12');
    const waits = `select count(*)::int as n from pg_locks where not granted and relation = 'ledger.transfer'::regclass`;
    for (let n = 0; n === 0;) n = (await asOwner<{ n: number }>(waits))[0]!.n;
    goOn.open();
    await posting;
    expect(await closing).toMatchObject({ transfers: 4 });
  });

  test('S-1 a clock turned back into a closed month stops no money: it stands at the beginning of the open one', async () => {
    const before = await statement('2026-12');
    await frozenClock.at(new Date('2026-12-20T10:00:00Z'));
    await sells(13n);
    expect(await statement('2026-12')).toEqual(before);
    const account = { code: 'seller_payable', owner: maker } as const;
    const span = { ...spanOf('2027-01'), opening_paise: before.closing_paise };
    const lines = await tx((t) =>
      app
        .get(StatementQuery)
        .lines(t, account, span, { limit: 10, key: null, towards: 'next', wantsCount: false, list: 'lines' }),
    );
    expect(lines).toMatchObject([
      { posted_at: span.from, amount_paise: 13n, balance_paise: before.closing_paise + 13n },
    ]);
  });

  test('S-1 a clock turned back between asking and closing closes no month that is not over', async () => {
    await frozenClock.at(new Date('2027-02-01T10:00:00Z'));
    await ask('2027-01');
    await frozenClock.at(new Date('2027-01-31T10:00:00Z'));
    await expect(close('2027-01')).rejects.toMatchObject({ code: 'period_not_over' });
    await sells(17n);
    await frozenClock.at(new Date('2027-02-01T10:01:00Z'));
    expect(await close('2027-01')).toMatchObject({ transfers: 4 });
  });

  test('S-1 who dies while a month is read has shut it: nothing is posted into it, and closing it again goes on', async () => {
    await frozenClock.at(new Date('2027-03-01T10:00:00Z'));
    await ask('2027-02');
    const reads = jest.spyOn(Periods.prototype, 'day').mockRejectedValueOnce(new Error('cut off'));
    await expect(close('2027-02')).rejects.toThrow('cut off');
    reads.mockRestore();
    await frozenClock.at(new Date('2027-02-27T10:00:00Z'));
    await sells(19n); // late, and by a clock that was turned back: it stands in March
    await expect(
      asOwner(`update ledger.period set closing_at = null, closed_by = null where month = '2027-02'`),
    ).rejects.toThrow('never changed');
    await frozenClock.at(new Date('2027-03-01T10:01:00Z'));
    expect(await close('2027-02')).toMatchObject({ transfers: 0, closed_by: second.personId });
    expect((await statement('2027-03')).sums).toMatchObject([{ why: 'release_to_seller', amount_paise: 19n }]);
  });

  test('S-1 the books say which closed month is not as it was sealed', async () => {
    const months = async () => (await app.asSystem(() => app.get(BooksQuery).read())).periods;
    expect(await months()).toEqual(
      ['2026-08', '2026-09', '2026-10', '2026-11', '2026-12', '2027-01', '2027-02'].map((month) => ({
        month,
        holds: true,
      })),
    );
    // Somebody with every right over the database.
    await asOwner(`alter table ledger.transfer disable trigger transfers_stay`);
    await asOwner(
      `update ledger.transfer set cause = 'order:' || id where amount_paise = 20000 and why = 'release_to_seller'`,
    );
    expect((await months()).filter((month) => !month.holds)).toEqual([{ month: '2026-09', holds: false }]);
  });
});

/** Where one waits for another. */
function gate(): { passed: Promise<void>; open: () => void } {
  let open: () => void = () => undefined;
  const passed = new Promise<void>((done) => (open = done));
  return { passed, open };
}

describe('S-1 trial balances', () => {
  test('S-1 a line opens with what the month before left, and codes nothing moved on stand as they were', () => {
    const opened = trialOf([], [{ code: 'bank', debits_paise: 5n, credits_paise: 3n }]);
    expect(opened).toEqual([
      { code: 'bank', opening_paise: 0n, debits_paise: 5n, credits_paise: 3n, closing_paise: 2n },
    ]);
    const next = trialOf(opened, [{ code: 'gateway_clearing', debits_paise: 1n, credits_paise: 0n }]);
    expect(next.map((line) => [line.code, line.opening_paise, line.closing_paise])).toEqual([
      ['gateway_clearing', 0n, 1n],
      ['bank', 2n, 2n],
    ]);
  });

  test('S-1 a seal changes with everything it is made of', () => {
    const trial = trialOf([], [{ code: 'bank', debits_paise: 5n, credits_paise: 3n }]);
    const seals = [
      sealOf('', '2026-10', 'rows', trial),
      sealOf('x', '2026-10', 'rows', trial),
      sealOf('', '2026-11', 'rows', trial),
      sealOf('', '2026-10', 'other', trial),
      sealOf('', '2026-10', 'rows', []),
    ];
    expect(new Set(seals).size).toBe(seals.length);
  });
});
