import type { WordingsOf } from '../../domain/wordings.js';
import { sellersSubmittedEn } from '../sellers.submitted.en.js';
import { sellersSubmittedHi } from '../sellers.submitted.hi.js';
import { sellersUnderReviewEn } from '../sellers.under_review.en.js';
import { sellersUnderReviewHi } from '../sellers.under_review.hi.js';
import { sellersNeedsCorrectionEn } from '../sellers.needs_correction.en.js';
import { sellersNeedsCorrectionHi } from '../sellers.needs_correction.hi.js';
import { sellersRegistersSilentEn } from '../sellers.registers_silent.en.js';
import { sellersRegistersSilentHi } from '../sellers.registers_silent.hi.js';
import { sellersVerifiedEn } from '../sellers.verified.en.js';
import { sellersVerifiedHi } from '../sellers.verified.hi.js';
import { sellersRejectedEn } from '../sellers.rejected.en.js';
import { sellersRejectedHi } from '../sellers.rejected.hi.js';
import { sellersLapsedEn } from '../sellers.lapsed.en.js';
import { sellersLapsedHi } from '../sellers.lapsed.hi.js';
import { sellersPayoutAccountChangedEn } from '../sellers.payout_account_changed.en.js';
import { sellersPayoutAccountChangedHi } from '../sellers.payout_account_changed.hi.js';
import { sellersRestrictedEn } from '../sellers.restricted.en.js';
import { sellersRestrictedHi } from '../sellers.restricted.hi.js';
import { sellersRenewedEn } from '../sellers.renewed.en.js';
import { sellersRenewedHi } from '../sellers.renewed.hi.js';
import { sellersPaperEndingEn } from '../sellers.paper_ending.en.js';
import { sellersPaperEndingHi } from '../sellers.paper_ending.hi.js';
import { sellersGiRightEndingEn } from '../sellers.gi_right_ending.en.js';
import { sellersGiRightEndingHi } from '../sellers.gi_right_ending.hi.js';
import { sellersRenewalHandedInEn } from '../sellers.renewal_handed_in.en.js';
import { sellersRenewalHandedInHi } from '../sellers.renewal_handed_in.hi.js';
import { sellersRenewalRefusedEn } from '../sellers.renewal_refused.en.js';
import { sellersRenewalRefusedHi } from '../sellers.renewal_refused.hi.js';
import { sellersWarnedEn } from '../sellers.warned.en.js';
import { sellersWarnedHi } from '../sellers.warned.hi.js';
import { sellersMoratoriumEn } from '../sellers.moratorium.en.js';
import { sellersMoratoriumHi } from '../sellers.moratorium.hi.js';
import { sellersClearedEn } from '../sellers.cleared.en.js';
import { sellersClearedHi } from '../sellers.cleared.hi.js';
import { sellersSuspendedEn } from '../sellers.suspended.en.js';
import { sellersSuspendedHi } from '../sellers.suspended.hi.js';
import { sellersReinstatedEn } from '../sellers.reinstated.en.js';
import { sellersReinstatedHi } from '../sellers.reinstated.hi.js';
import { sellersAppealedEn } from '../sellers.appealed.en.js';
import { sellersAppealedHi } from '../sellers.appealed.hi.js';
import { sellersAppealRefusedEn } from '../sellers.appeal_refused.en.js';
import { sellersAppealRefusedHi } from '../sellers.appeal_refused.hi.js';
import { sellersDebarredEn } from '../sellers.debarred.en.js';
import { sellersDebarredHi } from '../sellers.debarred.hi.js';
import { sellersClosedEn } from '../sellers.closed.en.js';
import { sellersClosedHi } from '../sellers.closed.hi.js';
import { sellersMeasureLastsEn } from '../sellers.measure_lasts.en.js';
import { sellersMeasureLastsHi } from '../sellers.measure_lasts.hi.js';
import { sellersEscalatedEn } from '../sellers.escalated.en.js';
import { sellersEscalatedHi } from '../sellers.escalated.hi.js';
import { sellersPayoutAccountConfirmedEn } from '../sellers.payout_account_confirmed.en.js';
import { sellersPayoutAccountConfirmedHi } from '../sellers.payout_account_confirmed.hi.js';
import { sellersPayoutAccountRefusedEn } from '../sellers.payout_account_refused.en.js';
import { sellersPayoutAccountRefusedHi } from '../sellers.payout_account_refused.hi.js';

export const sellers: WordingsOf<'sellers'> = {
  'sellers.submitted': { en: sellersSubmittedEn, hi: sellersSubmittedHi },
  'sellers.under_review': { en: sellersUnderReviewEn, hi: sellersUnderReviewHi },
  'sellers.needs_correction': { en: sellersNeedsCorrectionEn, hi: sellersNeedsCorrectionHi },
  'sellers.registers_silent': { en: sellersRegistersSilentEn, hi: sellersRegistersSilentHi },
  'sellers.verified': { en: sellersVerifiedEn, hi: sellersVerifiedHi },
  'sellers.rejected': { en: sellersRejectedEn, hi: sellersRejectedHi },
  'sellers.lapsed': { en: sellersLapsedEn, hi: sellersLapsedHi },
  'sellers.payout_account_changed': { en: sellersPayoutAccountChangedEn, hi: sellersPayoutAccountChangedHi },
  'sellers.restricted': { en: sellersRestrictedEn, hi: sellersRestrictedHi },
  'sellers.renewed': { en: sellersRenewedEn, hi: sellersRenewedHi },
  'sellers.paper_ending': { en: sellersPaperEndingEn, hi: sellersPaperEndingHi },
  'sellers.gi_right_ending': { en: sellersGiRightEndingEn, hi: sellersGiRightEndingHi },
  'sellers.renewal_handed_in': { en: sellersRenewalHandedInEn, hi: sellersRenewalHandedInHi },
  'sellers.renewal_refused': { en: sellersRenewalRefusedEn, hi: sellersRenewalRefusedHi },
  'sellers.warned': { en: sellersWarnedEn, hi: sellersWarnedHi },
  'sellers.moratorium': { en: sellersMoratoriumEn, hi: sellersMoratoriumHi },
  'sellers.cleared': { en: sellersClearedEn, hi: sellersClearedHi },
  'sellers.suspended': { en: sellersSuspendedEn, hi: sellersSuspendedHi },
  'sellers.reinstated': { en: sellersReinstatedEn, hi: sellersReinstatedHi },
  'sellers.appealed': { en: sellersAppealedEn, hi: sellersAppealedHi },
  'sellers.appeal_refused': { en: sellersAppealRefusedEn, hi: sellersAppealRefusedHi },
  'sellers.debarred': { en: sellersDebarredEn, hi: sellersDebarredHi },
  'sellers.closed': { en: sellersClosedEn, hi: sellersClosedHi },
  'sellers.measure_lasts': { en: sellersMeasureLastsEn, hi: sellersMeasureLastsHi },
  'sellers.escalated': { en: sellersEscalatedEn, hi: sellersEscalatedHi },
  'sellers.payout_account_confirmed': { en: sellersPayoutAccountConfirmedEn, hi: sellersPayoutAccountConfirmedHi },
  'sellers.payout_account_refused': { en: sellersPayoutAccountRefusedEn, hi: sellersPayoutAccountRefusedHi },
};
