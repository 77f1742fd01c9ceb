import { judgePayment, judgePayout, judgeRefund, lookSince } from '../src/domain/difference.js';
import type { ProviderPayment, ProviderRefund } from '../src/ports/payment-provider.js';
import type { ProviderPayout } from '../src/ports/payout-provider.js';

const payment = (of: Partial<ProviderPayment>): ProviderPayment => ({
  providerId: 'pi_1',
  paymentId: 'ours',
  status: 'captured',
  currency: 'INR',
  amount_paise: 1_000n,
  captured_paise: of.status === undefined || of.status === 'captured' ? 1_000n : 0n,
  refunded_paise: 0n,
  fee_paise: null,
  proof: null,
  disputed: false,
  clientSecret: null,
  nextUrl: null,
  failure: null,
  madeAt: new Date(0),
  ...of,
});
const ours = (state: string, captured_paise: bigint, provider_id: string | null = 'pi_1') => ({
  state,
  amount_paise: 1_000n,
  captured_paise,
  provider_id,
});

describe('S-8 what differs', () => {
  test.each([
    ['both have it', ours('captured', 1_000n), payment({}), null],
    ['both have it, and it went on', ours('charged_back', 1_000n), payment({ disputed: true }), null],
    ['nobody has paid', ours('intent_created', 0n), payment({ status: 'awaiting_shopper' }), null],
    ['it is under way', ours('intent_created', 0n), payment({ status: 'processing' }), null],
    ['both gave up', ours('failed', 0n), payment({ status: 'cancelled' }), null],
    ['somebody else’s, not paid', null, payment({ status: 'awaiting_shopper', paymentId: null }), null],
    ['captured, and we were not told', ours('intent_created', 0n), payment({}), ['state', true]],
    ['under way for us, captured', ours('processing', 0n), payment({}), ['state', true]],
    ['captured after we gave up', ours('failed', 0n), payment({}), ['state', false]],
    ['given up, and we were not told', ours('intent_created', 0n), payment({ status: 'cancelled' }), ['state', true]],
    ['taken here only', ours('captured', 1_000n), payment({ status: 'cancelled' }), ['state', false]],
    ['a stray charge', null, payment({ paymentId: null }), ['missing_here', false]],
    ['a second charge for one payment', ours('captured', 1_000n, 'pi_0'), payment({}), ['missing_here', false]],
    [
      'another amount',
      ours('captured', 1_000n),
      payment({ amount_paise: 999n, captured_paise: 999n }),
      ['amount', false],
    ],
    ['a part of it', ours('captured', 1_000n), payment({ captured_paise: 999n }), ['amount', false]],
    ['other money', ours('captured', 1_000n), payment({ currency: 'USD' }), ['amount', false]],
  ] as const)('payment: %s', (_, here, there, fault) => {
    const found = judgePayment(here, there);
    expect(found && [found.kind, found.canFollow]).toEqual(fault);
  });

  const refund = (status: ProviderRefund['status'], of: Partial<ProviderRefund> = {}): ProviderRefund => ({
    providerId: 're_1',
    refundId: 'ours',
    providerPaymentId: 'pi_1',
    status,
    amount_paise: 400n,
    failure: null,
    madeAt: new Date(0),
    ...of,
  });
  const back = (state: string, provider_id: string | null = 're_1') => ({ state, amount_paise: 400n, provider_id });

  test.each([
    ['both sent it', back('succeeded'), refund('succeeded'), null],
    ['it is under way', back('initiated'), refund('pending'), null],
    ['a try that failed', back('initiated', null), refund('failed'), null],
    ['an earlier try that failed', back('succeeded', 're_2'), refund('failed'), null],
    ['sent, and we were not told', back('initiated'), refund('succeeded'), ['state', true]],
    ['sent while it waits for the desk', back('manual', null), refund('succeeded'), ['state', true]],
    ['it came back', back('succeeded'), refund('failed'), ['state', false]],
    ['sent twice', back('succeeded', 're_2'), refund('succeeded'), ['state', false]],
    ['nobody here asked for it', null, refund('succeeded', { refundId: null }), ['missing_here', false]],
    ['nobody here asked, and it came back', null, refund('failed', { refundId: null }), null],
    ['another amount', back('succeeded'), refund('succeeded', { amount_paise: 401n }), ['amount', false]],
  ] as const)('refund: %s', (_, here, there, fault) => {
    const found = judgeRefund(here, there);
    expect(found && [found.kind, found.canFollow]).toEqual(fault);
  });

  const transfer = (status: ProviderPayout['status'], amount_paise = 700n): ProviderPayout => ({
    providerId: 'po_1',
    payoutId: 'ours',
    status,
    amount_paise,
    utr: null,
    failure: null,
    changedAt: new Date(0),
  });
  const payout = (state: string) => ({ state, amount_paise: 700n });

  test.each([
    ['both paid it', payout('paid'), transfer('paid'), null],
    ['it is under way', payout('sent'), transfer('accepted'), null],
    ['both know it failed', payout('failed'), transfer('failed'), null],
    ['both know it came back', payout('failed'), transfer('returned'), null],
    ['paid, and we did not hear', payout('sent'), transfer('paid'), ['state', true]],
    ['failed, and we did not hear', payout('scheduled'), transfer('failed'), ['state', true]],
    ['it came back', payout('paid'), transfer('returned'), ['state', true]],
    ['paid here only', payout('paid'), transfer('accepted'), ['state', false]],
    ['paid after we gave up', payout('failed'), transfer('paid'), ['state', false]],
    ['nobody here ordered it', null, transfer('paid'), ['missing_here', false]],
    ['nobody here ordered it, and it failed', null, transfer('failed'), null],
    ['another amount', payout('paid'), transfer('paid', 701n), ['amount', false]],
  ] as const)('payout: %s', (_, here, there, fault) => {
    const found = judgePayout(here, there);
    expect(found && [found.kind, found.canFollow]).toEqual(fault);
  });

  test('a look reaches back beyond the last one, however long that is ago, and not beyond what the provider keeps', () => {
    const now = new Date('2026-11-23T12:00:00Z');
    const since = (kind: 'hourly' | 'daily', last: string | null) =>
      lookSince(kind, now, last === null ? null : new Date(last)).toISOString();
    expect(since('hourly', null)).toBe('2026-11-23T09:00:00.000Z');
    expect(since('hourly', '2026-11-23T11:00:00Z')).toBe('2026-11-23T09:00:00.000Z');
    expect(since('hourly', '2026-11-22T11:00:00Z')).toBe('2026-11-22T10:00:00.000Z');
    expect(since('daily', '2026-11-23T11:00:00Z')).toBe('2026-11-20T12:00:00.000Z');
    expect(since('hourly', '2026-01-01T00:00:00Z')).toBe('2026-10-24T12:00:00.000Z');
  });
});
