import { final, states } from '#platform/kernel';

/** SM-6: the shopper's one payment for a checkout. */
export const paymentStates = states('The payment', 'intent_created', {
  intent_created: {
    waitsFor: 'shopper',
    on: {
      act: 'processing',
      authorise: 'authorised',
      capture: 'captured',
      fail: 'failed',
      promise: 'due_on_delivery',
    },
    lapses: ['retail.reserve_minutes', 'fail', 'SM-6'],
  },
  due_on_delivery: {
    waitsFor: 'courier',
    on: { remit: 'captured', void: 'voided' },
    alarms: ['retail.delivery_alarm_days', 'payments desk', 'SM-6'],
  },
  processing: {
    waitsFor: 'provider',
    on: { authorise: 'authorised', capture: 'captured', fail: 'failed' },
    alarms: ['payment.processing_alarm_hours', 'payments desk', 'SM-6'],
  },
  authorised: {
    waitsFor: 'platform',
    on: { capture: 'captured', void: 'voided' },
    lapses: ['retail.reserve_minutes', 'void', 'SM-6'],
  },
  captured: {
    waitsFor: 'clock',
    on: { dispute: 'disputed', release: 'releasable' },
    alarms: ['payment.release_alarm_days', 'payments desk', 'SM-6'],
  },
  disputed: {
    waitsFor: 'provider',
    on: { win: 'captured', lose_part: 'captured', lose: 'charged_back' },
    alarms: ['payment.dispute_alarm_days', 'payments desk', 'SM-6'],
  },
  releasable: {
    waitsFor: 'provider',
    on: { settle: 'settled', dispute: 'disputed' },
    alarms: ['payment.settle_alarm_days', 'payments desk', 'SM-6'],
  },
  failed: final,
  voided: final,
  /** Nothing of it is here any more; her bank may ask a second time, also about what was sent back. */
  charged_back: { waitsFor: 'nobody', on: { dispute: 'disputed' } },
  /** Everything of it has gone on, and come in; only her bank may still ask about it, or ours send it back. */
  settled: { waitsFor: 'nobody', on: { dispute: 'disputed', bounce: 'releasable' } },
});
export type PaymentState = (typeof paymentStates.names)[number];
export type PaymentEvent = Parameters<typeof paymentStates.next>[1];

/** SM-6: money going back. */
export const refundStates = states('The refund', 'requested', {
  requested: {
    waitsFor: 'platform',
    on: { initiate: 'initiated', replace: 'replaced' },
    alarms: ['refund.initiate_hours', 'payments desk', 'R-8.6'],
  },
  initiated: {
    waitsFor: 'provider',
    on: { succeed: 'succeeded', give_up: 'manual', replace: 'replaced' },
    alarms: ['refund.retry_hours', 'payments desk', 'SM-6'],
  },
  manual: {
    waitsFor: 'payments desk',
    on: { initiate: 'initiated', replace: 'replaced' },
    alarms: ['refund.manual_alarm_hours', 'payments desk', 'SM-6'],
  },
  succeeded: final,
  /** The shopper's bank took the money back: she has it, and nothing is sent any more. */
  replaced: final,
});

export type RefundState = (typeof refundStates.names)[number];

/** A maker's money on its way to her bank. */
export const payoutStates = states('The payout', 'scheduled', {
  scheduled: {
    waitsFor: 'platform',
    on: { send: 'sent', pay: 'paid', fail: 'failed' },
    alarms: ['payout.alarm_hours', 'payments desk', 'R-8.7'],
  },
  sent: {
    waitsFor: 'bank',
    on: { pay: 'paid', fail: 'failed' },
    alarms: ['payout.alarm_hours', 'payments desk', 'R-8.7'],
  },
  failed: {
    waitsFor: 'payments desk',
    on: { retry: 'scheduled' },
    alarms: ['payout.alarm_hours', 'payments desk', 'R-8.7'],
  },
  paid: final,
});
