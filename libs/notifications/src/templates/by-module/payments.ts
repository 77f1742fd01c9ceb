import type { WordingsOf } from '../../domain/wordings.js';
import { paymentsRefundedEn } from '../payments.refunded.en.js';
import { paymentsRefundedHi } from '../payments.refunded.hi.js';
import { paymentsPayoutPaidEn } from '../payments.payout_paid.en.js';
import { paymentsPayoutPaidHi } from '../payments.payout_paid.hi.js';
import { paymentsPayoutReturnedEn } from '../payments.payout_returned.en.js';
import { paymentsPayoutReturnedHi } from '../payments.payout_returned.hi.js';
import { paymentsMoneyWaitsEn } from '../payments.money_waits.en.js';
import { paymentsMoneyWaitsHi } from '../payments.money_waits.hi.js';
import { paymentsPayoutsHeldEn } from '../payments.payouts_held.en.js';
import { paymentsPayoutsHeldHi } from '../payments.payouts_held.hi.js';
import { paymentsClawedBackEn } from '../payments.clawed_back.en.js';
import { paymentsClawedBackHi } from '../payments.clawed_back.hi.js';
import { paymentsPayoutFailedEn } from '../payments.payout_failed.en.js';
import { paymentsPayoutFailedHi } from '../payments.payout_failed.hi.js';
import { paymentsDifferencesFoundEn } from '../payments.differences_found.en.js';
import { paymentsDifferencesFoundHi } from '../payments.differences_found.hi.js';
import { paymentsRefundReplacedEn } from '../payments.refund_replaced.en.js';
import { paymentsRefundReplacedHi } from '../payments.refund_replaced.hi.js';
import { paymentsDisputeOpenedEn } from '../payments.dispute_opened.en.js';
import { paymentsDisputeOpenedHi } from '../payments.dispute_opened.hi.js';
import { paymentsDisputeLostEn } from '../payments.dispute_lost.en.js';
import { paymentsDisputeLostHi } from '../payments.dispute_lost.hi.js';
import { paymentsRefundLateEn } from '../payments.refund_late.en.js';
import { paymentsRefundLateHi } from '../payments.refund_late.hi.js';

export const payments: WordingsOf<'payments'> = {
  'payments.refunded': { en: paymentsRefundedEn, hi: paymentsRefundedHi },
  'payments.payout_paid': { en: paymentsPayoutPaidEn, hi: paymentsPayoutPaidHi },
  'payments.payout_returned': { en: paymentsPayoutReturnedEn, hi: paymentsPayoutReturnedHi },
  'payments.money_waits': { en: paymentsMoneyWaitsEn, hi: paymentsMoneyWaitsHi },
  'payments.payouts_held': { en: paymentsPayoutsHeldEn, hi: paymentsPayoutsHeldHi },
  'payments.clawed_back': { en: paymentsClawedBackEn, hi: paymentsClawedBackHi },
  'payments.payout_failed': { en: paymentsPayoutFailedEn, hi: paymentsPayoutFailedHi },
  'payments.differences_found': { en: paymentsDifferencesFoundEn, hi: paymentsDifferencesFoundHi },
  'payments.refund_replaced': { en: paymentsRefundReplacedEn, hi: paymentsRefundReplacedHi },
  'payments.dispute_opened': { en: paymentsDisputeOpenedEn, hi: paymentsDisputeOpenedHi },
  'payments.dispute_lost': { en: paymentsDisputeLostEn, hi: paymentsDisputeLostHi },
  'payments.refund_late': { en: paymentsRefundLateEn, hi: paymentsRefundLateHi },
};
