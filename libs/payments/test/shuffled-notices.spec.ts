import { z } from 'zod';
import { Money, type Asked } from './builders/money.js';

type Paid = Asked & { intent: string };
type Notice = Parameters<Money['notice']>[0];

/** How many orders of the notices are tried of each story; `SHUFFLES=all` tries every one of them, with several numbers of copies. */
const isAll = process.env['SHUFFLES'] === 'all';
const sample = isAll ? Infinity : Number(process.env['SHUFFLES'] ?? 10);

/** How often each of so many notices comes, one to three times: all once, all three times, then any numbers. */
function copies(nth: number, count: number): number[] {
  const which = nth < 2 ? nth * (3 ** count - 1) : (nth * 7_919) % 3 ** count;
  return Array.from({ length: count }, (_, i) => 1 + (Math.floor(which / 3 ** i) % 3));
}

function* permutations<T>(items: readonly T[]): Generator<T[]> {
  if (items.length <= 1) return void (yield [...items]);
  for (const [i, first] of items.entries())
    for (const rest of permutations(items.toSpliced(i, 1))) yield [first, ...rest];
}

/** Every so many-th of them, so that those tried begin with each of the items. */
function some<T>(all: readonly T[]): T[] {
  const step = Math.max(1, all.length / sample);
  return Array.from({ length: Math.min(all.length, sample) }, (_, i) => all[Math.floor(i * step)]!);
}

const moved = z.object({ why: z.string(), debit_code: z.string(), credit_code: z.string(), paise: z.coerce.number() });

describe('S-19 notices of one payment in every order, each once to three times', () => {
  const money = new Money();
  beforeAll(() => money.open());
  afterAll(() => money.close());

  const control = async (path: string, body: object = {}): Promise<{ id: string }> => {
    const answer = await fetch(`${money.provider.url}/_control/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    expect(answer.status).toBe(200);
    return (await answer.json()) as { id: string };
  };
  const chargeOf = ({ intent }: Paid) =>
    money.provider.charges().find((charge) => charge.paymentIntentId === intent)!.chargeId;

  /** She is declined, tries again and pays; her bank asks about it and leaves the money with us. Nobody told us anything yet. */
  async function paidAndDisputed(outcome: 'won' | 'lost'): Promise<{ paid: Paid; notices: Notice[] }> {
    const paid = await money.started(10_000n);
    expect(() => money.provider.pay(paid.intent, 'pm_card_chargeDeclined')).toThrow();
    money.provider.pay(paid.intent);
    const dispute = await control(`charges/${chargeOf(paid)}/dispute`);
    await control(`disputes/${dispute.id}/close`, { outcome });
    const ofPayment = money.noticesAbout(paid.intent).filter((event) => event.type !== 'payment_intent.created');
    return { paid, notices: [...ofPayment, ...money.noticesAbout(dispute.id)] };
  }

  /** We have promised a part back, which arrives; then her bank takes the rest. Nobody told us of what came after. */
  async function refundedAndLost(): Promise<{ paid: Paid; notices: Notice[] }> {
    const paid = await money.captured(10_000n);
    money.provider.fault({ kind: 'refund_pending', times: 1 });
    const refundId = await money.refund(paid, 3_000n);
    await money.work(1);
    const { provider_id } = await money.row('refund', refundId);
    await control(`refunds/${String(provider_id)}/settle`, { outcome: 'succeeded' });
    const dispute = await control(`charges/${chargeOf(paid)}/dispute`);
    await control(`disputes/${dispute.id}/close`, { outcome: 'lost' });
    const ofPayment = money.noticesAbout(paid.intent).filter((event) => event.type === 'payment_intent.succeeded');
    return {
      paid,
      notices: [...ofPayment, ...money.noticesAbout(String(provider_id)), ...money.noticesAbout(dispute.id)],
    };
  }

  /** Where everything stands, without ids and times. */
  async function endOf({ paymentId, cause }: Paid) {
    const { state, captured_paise, refunded_paise, taken_back_paise } = await money.row('payment', paymentId);
    const rows = await money.tx((tx) =>
      tx.many(
        moved,
        `select why, debit_code, credit_code, amount_paise as paise from ledger.transfer where cause = $1 order by 1, 2, 3, 4`,
        [`checkout:${cause.id}`],
      ),
    );
    const news = (await money.news(paymentId)).sort();
    return { state, captured_paise, refunded_paise, taken_back_paise, rows, news };
  }

  /** Hands the notices in: in that order, so often; the work is done after each or only at the end. */
  async function tells(notices: readonly Notice[], nth: number): Promise<void> {
    const often = copies(nth, notices.length);
    for (const [i, notice] of notices.entries()) {
      await money.notice(notice, often[i]);
      if (nth % 2 === 0) await money.work(1 + (nth % 3));
    }
    await money.work(1 + (nth % 3));
  }

  const stories = [
    ['declined, paid, disputed and won', () => paidAndDisputed('won'), { state: 'captured', captured_paise: '10000' }],
    ['declined, paid, disputed and lost', () => paidAndDisputed('lost'), { state: 'charged_back' }],
    [
      'refunded in part, disputed and lost',
      refundedAndLost,
      { state: 'charged_back', refunded_paise: '3000', taken_back_paise: '7000' },
    ],
  ] as const;

  test.each(stories)('%s: one end', async (_, lives, end) => {
    const all = some([...permutations([0, 1, 2, 3, 4].slice(0, (await lives()).notices.length))]);
    const orders = isAll ? Array.from({ length: 5 }, () => all).flat() : all;
    const ends = new Map<string, string>();
    for (const [nth, order] of orders.entries()) {
      const { paid, notices } = await lives();
      await tells(
        order.map((i) => notices[i]!),
        nth,
      );
      const found = await endOf(paid);
      expect(found).toMatchObject(end);
      ends.set(JSON.stringify(found), order.join());
    }
    expect(ends.size).toBe(1);
  });
});
