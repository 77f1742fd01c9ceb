import fc from 'fast-check';
import { z } from 'zod';
import { newId, type Cause } from '#platform/kernel';
import { Money, type Asked } from './builders/money.js';

/** One thing that happens to a payment; numbers are parts of ten thousand paise. */
type Step =
  | { kind: 'pay' }
  | { kind: 'refund'; part: number; pending: boolean }
  | { kind: 'payout'; part: number }
  | { kind: 'dispute' }
  | { kind: 'close'; outcome: 'won' | 'lost' }
  | { kind: 'refund ends'; outcome: 'succeeded' | 'failed' }
  | { kind: 'notices'; times: number }
  | { kind: 'work' };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.constant({ kind: 'pay' } as const),
  fc.record({ kind: fc.constant('refund' as const), part: fc.integer({ min: 1, max: 10_000 }), pending: fc.boolean() }),
  fc.record({ kind: fc.constant('payout' as const), part: fc.integer({ min: 1, max: 10_000 }) }),
  fc.constant({ kind: 'dispute' } as const),
  fc.record({ kind: fc.constant('close' as const), outcome: fc.constantFrom('won' as const, 'lost' as const) }),
  fc.record({
    kind: fc.constant('refund ends' as const),
    outcome: fc.constantFrom('succeeded' as const, 'failed' as const),
  }),
  fc.record({ kind: fc.constant('notices' as const), times: fc.integer({ min: 1, max: 2 }) }),
  fc.constant({ kind: 'work' } as const),
);

const sums = z.object({ why: z.string(), sum: z.coerce.bigint() });

/** A payment and everything that happened around it outside. */
class Story {
  readonly payouts: Cause[] = [];
  constructor(
    private readonly money: Money,
    readonly payment: Asked & { intent: string },
  ) {}

  async live(next: Step): Promise<void> {
    const { money, payment } = this;
    const { books } = money.provider;
    switch (next.kind) {
      case 'pay':
        return this.may(async () => money.provider.pay(payment.intent));
      case 'refund':
        if (next.pending) money.provider.fault({ kind: 'refund_pending', times: 1 });
        return this.may(() => money.refund(payment, BigInt(next.part)));
      case 'payout':
        return this.may(async () => {
          const cause = { kind: 'order', id: newId() } as const;
          if ((await money.payout(payment, BigInt(next.part), cause)) !== null) this.payouts.push(cause);
        });
      case 'dispute':
        return this.control(`charges/${this.charge ?? 'none'}/dispute`, {});
      case 'close':
        return this.control(`disputes/${this.ofIntent(books.disputes.all()).at(-1)?.id ?? 'none'}/close`, next);
      case 'refund ends':
        return this.control(`refunds/${this.ofIntent(books.refunds.all()).at(-1)?.id ?? 'none'}/settle`, next);
      case 'notices':
        return this.notices(next.times);
      case 'work':
        return this.work();
    }
  }

  /** The notices so far, newest first, each so often. */
  async notices(times: number): Promise<void> {
    const { books } = this.money.provider;
    const ids = [
      this.payment.intent,
      ...this.ofIntent([...books.refunds.all(), ...books.disputes.all()]).map((o) => o.id),
    ];
    const events = ids.flatMap((id) => this.money.noticesAbout(id)).reverse();
    for (const event of events) await this.money.notice(event, times);
  }

  /** Refused jobs are dead jobs: a person looks at them, and nothing has moved. */
  work(): Promise<void> {
    return this.may(() => this.money.work());
  }

  private get charge(): string | undefined {
    return this.money.provider.charges().find((one) => one.paymentIntentId === this.payment.intent)?.chargeId;
  }

  private ofIntent<T extends { payment_intent: string }>(all: readonly T[]): T[] {
    return all.filter((one) => one.payment_intent === this.payment.intent);
  }

  private async control(path: string, body: object): Promise<void> {
    await fetch(`${this.money.provider.url}/_control/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  }

  /** What does not fit the moment is refused; it must be refused without effect. */
  private async may(act: () => Promise<unknown>): Promise<void> {
    await act().catch(() => undefined);
  }
}

describe('S-1 R-8.9 whatever happens in whatever order', () => {
  const money = new Money();
  beforeAll(() => money.open());
  afterAll(() => money.close());

  const moved = async (causes: readonly Cause[]): Promise<Map<string, bigint>> => {
    const rows = await money.tx((tx) =>
      tx.many(sums, `select why, sum(amount_paise) as sum from ledger.transfer where cause = any($1) group by why`, [
        causes.map((cause) => `${cause.kind}:${cause.id}`),
      ]),
    );
    return new Map(rows.map((row) => [row.why, row.sum]));
  };

  /** Every number the module keeps is the sum of its transfers, and nothing is made from nothing. */
  async function books(story: Story): Promise<void> {
    const { payment, payouts } = story;
    const row = await money.row('payment', payment.paymentId);
    const paise = (column: string): bigint => BigInt(String(row[column]));
    const posted = await moved([payment.cause, ...payouts]);
    const of = (why: string): bigint => posted.get(why) ?? 0n;
    const refunds = await money.tx((tx) =>
      tx.many(
        z.object({ state: z.string(), sum: z.coerce.bigint() }),
        `select state, sum(amount_paise) as sum from payments.refund where payment_id = $1 group by state`,
        [payment.paymentId],
      ),
    );
    const refunded = refunds.find((one) => one.state === 'succeeded')?.sum ?? 0n;
    const paid = await money.tx((tx) =>
      tx.maybe(
        z.object({ sum: z.coerce.bigint() }),
        `select coalesce(sum(amount_paise), 0) as sum from payments.payout where cause_id = any($1) and state = 'paid'`,
        [payouts.map((cause) => cause.id)],
      ),
    );
    expect(of('payment_captured')).toBe(paise('captured_paise'));
    expect(of('release_to_seller')).toBe(paise('released_paise'));
    expect(of('refund')).toBe(refunded);
    expect(of('payout')).toBe(paid!.sum);
    expect(refunds.reduce((sum, one) => sum + one.sum, 0n)).toBe(paise('refunded_paise'));
    const escrow = await money.balance('buyer_escrow', payment.cause.id);
    expect(escrow).toBe(paise('captured_paise') - of('refund') - paise('released_paise') - paise('taken_back_paise'));
    expect(escrow).toBeGreaterThanOrEqual(0n);
    // What the bank and the provider really moved is what we ordered.
    const sent = money.bank.payouts().map((one) => one.idempotencyKey);
    expect(new Set(sent).size).toBe(sent.length);
  }

  test('each capture, refund, payout and charge-back has its transfers, once, and all entries sum to 0', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 14 }), async (steps) => {
        money.provider.faults.clear();
        const story = new Story(money, await money.started(10_000n));
        for (const next of steps) {
          await story.live(next);
          await books(story);
        }
        await story.notices(1);
        await story.work();
        await books(story);
        const [{ sum } = { sum: 0n }] = await money.tx((tx) =>
          tx.many(
            z.object({ sum: z.coerce.bigint() }),
            `select coalesce(sum(amount_paise), 0) as sum from ledger.v_entry`,
          ),
        );
        expect(sum).toBe(0n);
      }),
      { numRuns: 25 },
    );
  });
});
