import { z } from 'zod';
import { cause, event, job } from '#platform/kernel';

const amount = z.int().min(1);

/** The shopper's money is with the provider. */
export const PaymentCaptured = event(
  'payments.captured',
  z.strictObject({ paymentId: z.uuid(), payerId: z.uuid(), cause, amount_paise: amount }),
);
/** The shopper pays at the door: nothing more is waited for before her goods go. */
export const PaymentPromised = event(
  'payments.promised',
  z.strictObject({ paymentId: z.uuid(), payerId: z.uuid(), cause, amount_paise: amount }),
);
/** The courier has brought all it collected for an order. */
export const CashRemitted = event(
  'payments.cash_remitted',
  z.strictObject({ paymentId: z.uuid(), cause, amount_paise: amount }),
);
/** The shopper can no longer pay this payment. */
export const PaymentFailed = event('payments.failed', z.strictObject({ paymentId: z.uuid(), cause, why: z.string() }));
export const PaymentRefunded = event(
  'payments.refunded',
  z.strictObject({ refundId: z.uuid(), paymentId: z.uuid(), payerId: z.uuid(), cause, amount_paise: amount }),
);
/**
 * Money of a payment that failed although it was debited is not back in time: each day from now on is owed to the shopper. The amount
 * is of all its refunds that are late at that moment, so many as `refunds` says.
 */
export const RefundLate = event(
  'payments.refund_late',
  z.strictObject({
    refundId: z.uuid(),
    payerId: z.uuid(),
    cause,
    amount_paise: amount,
    refunds: z.int().min(1).default(1), // news of before it was told
    daily_paise: amount,
  }),
);
/** What was promised back and not sent is not sent any more: the shopper's bank paid it. */
export const RefundReplaced = event(
  'payments.refund_replaced',
  z.strictObject({ refundId: z.uuid(), paymentId: z.uuid(), payerId: z.uuid(), cause, amount_paise: amount }),
);
/** The shopper's bank asks about a payment: nothing of it leaves until it has decided. */
export const DisputeOpened = event(
  'payments.dispute_opened',
  z.strictObject({ paymentId: z.uuid(), payerId: z.uuid(), cause, disputeId: z.string(), amount_paise: amount }),
);
/** The shopper's bank took the money back, all of it or a part. */
export const DisputeLost = event(
  'payments.dispute_lost',
  z.strictObject({
    ...{ paymentId: z.uuid(), payerId: z.uuid(), cause, disputeId: z.string(), amount_paise: amount },
    isWhole: z.boolean(),
  }),
);
/** The shopper's bank asked about a payment and left the money with us: what waited for that goes on. */
export const DisputeWon = event('payments.dispute_won', z.strictObject({ paymentId: z.uuid(), cause }));
export const PayoutPaid = event(
  'payments.payout_paid',
  z.strictObject({ payoutId: z.uuid(), sellerId: z.uuid(), cause, amount_paise: amount, utr: z.string() }),
);
export const PayoutFailed = event(
  'payments.payout_failed',
  z.strictObject({ payoutId: z.uuid(), sellerId: z.uuid(), why: z.string() }),
);
/** Our books and a provider's differ where they did not before: the payments desk is to look. */
export const DifferencesFound = event(
  'payments.differences_found',
  z.strictObject({ runId: z.uuid(), found: z.int().min(1), open: z.int().min(0) }),
);

/** A maker's bank sent a payout back: it is owed to her again. */
export const PayoutReturned = event(
  'payments.payout_returned',
  z.strictObject({ payoutId: z.uuid(), sellerId: z.uuid(), amount_paise: amount }),
);
/** The payments desk holds a maker's payouts. */
export const PayoutsHeld = event('payments.payouts_held', z.strictObject({ sellerId: z.uuid() }));
/** What a maker earns with a cause waits for no decision any more. */
export const EarningReleased = event('payments.earning_released', z.strictObject({ sellerId: z.uuid(), cause }));
/** A sale was undone after it had been credited. */
export const ClawedBack = event(
  'payments.clawed_back',
  z.strictObject({ sellerId: z.uuid(), cause, amount_paise: amount }),
);

/** Asks the provider how a payment stands and settles it: notices, browser returns and reconciliation all end here (S-6). */
export const SettlePaymentJob = job('payments.settle-payment', {
  payload: z.strictObject({ providerPaymentId: z.string().min(1).max(255), noticeId: z.string().min(1).max(255) }),
  key: (p) => p.noticeId,
});
/** The time to pay is over: the provider is told to take no money any more. */
export const EndPaymentJob = job('payments.end-payment', {
  payload: z.strictObject({ paymentId: z.uuid() }),
  key: (p) => p.paymentId,
});
/** Asks the provider how a refund stands. */
export const SettleRefundJob = job('payments.settle-refund', {
  payload: z.strictObject({ providerRefundId: z.string().min(1).max(255), noticeId: z.string().min(1).max(255) }),
  key: (p) => p.noticeId,
});
/** Asks the provider how a dispute stands. */
export const SettleDisputeJob = job('payments.settle-dispute', {
  payload: z.strictObject({ providerDisputeId: z.string().min(1).max(255), noticeId: z.string().min(1).max(255) }),
  key: (p) => p.noticeId,
});
export const SendRefundJob = job('payments.send-refund', {
  payload: z.strictObject({ refundId: z.uuid() }),
  key: (p) => p.refundId,
});
export const SendPayoutJob = job('payments.send-payout', {
  payload: z.strictObject({ payoutId: z.uuid(), check: z.int() }),
  key: (p) => `${p.payoutId}-${p.check}`,
});
/** The bank answered about a payout of a file that was paid: it may have come back. */
export const FollowPayoutJob = job('payments.follow-payout', {
  payload: z.strictObject({ payoutKey: z.uuid(), check: z.int() }),
  key: (p) => `${p.payoutKey}-${p.check}`,
});
/** Holds our books against the providers' lists; it may take minutes, so nothing waits behind it. */
/** A payment, refund or payout nobody moved in time: the desk is told once each time it comes into a state. */
export const MoneyWaits = event(
  'payments.money_waits',
  z.strictObject({
    about: z.enum(['payment', 'refund', 'payout', 'compensation']),
    id: z.uuid(),
    state: z.string(),
    since: z.iso.datetime(),
  }),
);

export const ReconcileJob = job('payments.reconcile', {
  payload: z.strictObject({ kind: z.enum(['hourly', 'daily', 'asked']), slot: z.iso.datetime() }),
  key: (p) => `${p.kind}-${p.slot}`,
});
