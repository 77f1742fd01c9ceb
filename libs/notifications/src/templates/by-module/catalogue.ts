import type { WordingsOf } from '../../domain/wordings.js';
import { catalogueListingSubmittedEn } from '../catalogue.listing_submitted.en.js';
import { catalogueListingSubmittedHi } from '../catalogue.listing_submitted.hi.js';
import { catalogueListingLiveEn } from '../catalogue.listing_live.en.js';
import { catalogueListingLiveHi } from '../catalogue.listing_live.hi.js';
import { catalogueListingDraftedForEn } from '../catalogue.listing_drafted_for.en.js';
import { catalogueListingDraftedForHi } from '../catalogue.listing_drafted_for.hi.js';
import { cataloguePictureBrokenEn } from '../catalogue.picture_broken.en.js';
import { cataloguePictureBrokenHi } from '../catalogue.picture_broken.hi.js';
import { catalogueListingReturnedEn } from '../catalogue.listing_returned.en.js';
import { catalogueListingReturnedHi } from '../catalogue.listing_returned.hi.js';
import { catalogueReportMadeEn } from '../catalogue.report_made.en.js';
import { catalogueReportMadeHi } from '../catalogue.report_made.hi.js';
import { catalogueReportEscalatedEn } from '../catalogue.report_escalated.en.js';
import { catalogueReportEscalatedHi } from '../catalogue.report_escalated.hi.js';
import { catalogueReviewInvitedEn } from '../catalogue.review_invited.en.js';
import { catalogueReviewInvitedHi } from '../catalogue.review_invited.hi.js';
import { catalogueReviewPublishedEn } from '../catalogue.review_published.en.js';
import { catalogueReviewPublishedHi } from '../catalogue.review_published.hi.js';
import { catalogueReviewRefusedEn } from '../catalogue.review_refused.en.js';
import { catalogueReviewRefusedHi } from '../catalogue.review_refused.hi.js';
import { catalogueReviewAnsweredEn } from '../catalogue.review_answered.en.js';
import { catalogueReviewAnsweredHi } from '../catalogue.review_answered.hi.js';
import { catalogueReviewAnswerRefusedEn } from '../catalogue.review_answer_refused.en.js';
import { catalogueReviewAnswerRefusedHi } from '../catalogue.review_answer_refused.hi.js';
import { catalogueReviewCaseMadeEn } from '../catalogue.review_case_made.en.js';
import { catalogueReviewCaseMadeHi } from '../catalogue.review_case_made.hi.js';
import { catalogueReviewCaseEscalatedEn } from '../catalogue.review_case_escalated.en.js';
import { catalogueReviewCaseEscalatedHi } from '../catalogue.review_case_escalated.hi.js';
import { catalogueReviewReportDecidedEn } from '../catalogue.review_report_decided.en.js';
import { catalogueReviewReportDecidedHi } from '../catalogue.review_report_decided.hi.js';
import { catalogueLowStockEn } from '../catalogue.low_stock.en.js';
import { catalogueLowStockHi } from '../catalogue.low_stock.hi.js';
import { catalogueWishMetEn } from '../catalogue.wish_met.en.js';
import { catalogueWishMetHi } from '../catalogue.wish_met.hi.js';
import { catalogueListingPairedEn } from '../catalogue.listing_paired.en.js';
import { catalogueListingPairedHi } from '../catalogue.listing_paired.hi.js';
import { cataloguePairingEndedEn } from '../catalogue.pairing_ended.en.js';
import { cataloguePairingEndedHi } from '../catalogue.pairing_ended.hi.js';
import { catalogueReportUpheldEn } from '../catalogue.report_upheld.en.js';
import { catalogueReportUpheldHi } from '../catalogue.report_upheld.hi.js';
import { catalogueReportDismissedEn } from '../catalogue.report_dismissed.en.js';
import { catalogueReportDismissedHi } from '../catalogue.report_dismissed.hi.js';
import { catalogueListingBlockedEn } from '../catalogue.listing_blocked.en.js';
import { catalogueListingBlockedHi } from '../catalogue.listing_blocked.hi.js';
import { catalogueIpRepeatedEn } from '../catalogue.ip_repeated.en.js';
import { catalogueIpRepeatedHi } from '../catalogue.ip_repeated.hi.js';
import { catalogueBlockAppealedEn } from '../catalogue.block_appealed.en.js';
import { catalogueBlockAppealedHi } from '../catalogue.block_appealed.hi.js';
import { catalogueBlockAppealRefusedEn } from '../catalogue.block_appeal_refused.en.js';
import { catalogueBlockAppealRefusedHi } from '../catalogue.block_appeal_refused.hi.js';
import { catalogueListingChangeAskedEn } from '../catalogue.listing_change_asked.en.js';
import { catalogueListingChangeAskedHi } from '../catalogue.listing_change_asked.hi.js';
import { catalogueChangeEscalatedEn } from '../catalogue.listing_change_escalated.en.js';
import { catalogueChangeEscalatedHi } from '../catalogue.listing_change_escalated.hi.js';
import { catalogueListingChangeApprovedEn } from '../catalogue.listing_change_approved.en.js';
import { catalogueListingChangeApprovedHi } from '../catalogue.listing_change_approved.hi.js';
import { catalogueListingChangeReturnedEn } from '../catalogue.listing_change_returned.en.js';
import { catalogueListingChangeReturnedHi } from '../catalogue.listing_change_returned.hi.js';
import { catalogueListingHiddenEn } from '../catalogue.listing_hidden.en.js';
import { catalogueListingHiddenHi } from '../catalogue.listing_hidden.hi.js';

export const catalogue: WordingsOf<'catalogue'> = {
  'catalogue.listing_submitted': { en: catalogueListingSubmittedEn, hi: catalogueListingSubmittedHi },
  'catalogue.listing_live': { en: catalogueListingLiveEn, hi: catalogueListingLiveHi },
  'catalogue.listing_drafted_for': { en: catalogueListingDraftedForEn, hi: catalogueListingDraftedForHi },
  'catalogue.picture_broken': { en: cataloguePictureBrokenEn, hi: cataloguePictureBrokenHi },
  'catalogue.listing_returned': { en: catalogueListingReturnedEn, hi: catalogueListingReturnedHi },
  'catalogue.report_made': { en: catalogueReportMadeEn, hi: catalogueReportMadeHi },
  'catalogue.report_escalated': { en: catalogueReportEscalatedEn, hi: catalogueReportEscalatedHi },
  'catalogue.review_invited': { en: catalogueReviewInvitedEn, hi: catalogueReviewInvitedHi },
  'catalogue.review_published': { en: catalogueReviewPublishedEn, hi: catalogueReviewPublishedHi },
  'catalogue.review_refused': { en: catalogueReviewRefusedEn, hi: catalogueReviewRefusedHi },
  'catalogue.review_answered': { en: catalogueReviewAnsweredEn, hi: catalogueReviewAnsweredHi },
  'catalogue.review_answer_refused': { en: catalogueReviewAnswerRefusedEn, hi: catalogueReviewAnswerRefusedHi },
  'catalogue.review_case_made': { en: catalogueReviewCaseMadeEn, hi: catalogueReviewCaseMadeHi },
  'catalogue.review_case_escalated': { en: catalogueReviewCaseEscalatedEn, hi: catalogueReviewCaseEscalatedHi },
  'catalogue.review_report_decided': { en: catalogueReviewReportDecidedEn, hi: catalogueReviewReportDecidedHi },
  'catalogue.low_stock': { en: catalogueLowStockEn, hi: catalogueLowStockHi },
  'catalogue.wish_met': { en: catalogueWishMetEn, hi: catalogueWishMetHi },
  'catalogue.listing_paired': { en: catalogueListingPairedEn, hi: catalogueListingPairedHi },
  'catalogue.pairing_ended': { en: cataloguePairingEndedEn, hi: cataloguePairingEndedHi },
  'catalogue.report_upheld': { en: catalogueReportUpheldEn, hi: catalogueReportUpheldHi },
  'catalogue.report_dismissed': { en: catalogueReportDismissedEn, hi: catalogueReportDismissedHi },
  'catalogue.listing_blocked': { en: catalogueListingBlockedEn, hi: catalogueListingBlockedHi },
  'catalogue.ip_repeated': { en: catalogueIpRepeatedEn, hi: catalogueIpRepeatedHi },
  'catalogue.block_appealed': { en: catalogueBlockAppealedEn, hi: catalogueBlockAppealedHi },
  'catalogue.block_appeal_refused': { en: catalogueBlockAppealRefusedEn, hi: catalogueBlockAppealRefusedHi },
  'catalogue.listing_change_asked': { en: catalogueListingChangeAskedEn, hi: catalogueListingChangeAskedHi },
  'catalogue.listing_change_escalated': { en: catalogueChangeEscalatedEn, hi: catalogueChangeEscalatedHi },
  'catalogue.listing_change_approved': { en: catalogueListingChangeApprovedEn, hi: catalogueListingChangeApprovedHi },
  'catalogue.listing_change_returned': { en: catalogueListingChangeReturnedEn, hi: catalogueListingChangeReturnedHi },
  'catalogue.listing_hidden': { en: catalogueListingHiddenEn, hi: catalogueListingHiddenHi },
};
