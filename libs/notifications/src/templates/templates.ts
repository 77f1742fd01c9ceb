import type { ToldEvent } from '../domain/told.js';
import type { Wordings } from '../domain/wordings.js';
import { identityMemberInvitedEn } from './identity.member_invited.en.js';
import { identityMemberInvitedHi } from './identity.member_invited.hi.js';
import { sellersSubmittedEn } from './sellers.submitted.en.js';
import { sellersSubmittedHi } from './sellers.submitted.hi.js';
import { sellersUnderReviewEn } from './sellers.under_review.en.js';
import { sellersUnderReviewHi } from './sellers.under_review.hi.js';
import { sellersNeedsCorrectionEn } from './sellers.needs_correction.en.js';
import { sellersNeedsCorrectionHi } from './sellers.needs_correction.hi.js';
import { sellersRegistersSilentEn } from './sellers.registers_silent.en.js';
import { sellersRegistersSilentHi } from './sellers.registers_silent.hi.js';
import { sellersVerifiedEn } from './sellers.verified.en.js';
import { sellersVerifiedHi } from './sellers.verified.hi.js';
import { sellersRejectedEn } from './sellers.rejected.en.js';
import { sellersRejectedHi } from './sellers.rejected.hi.js';
import { sellersLapsedEn } from './sellers.lapsed.en.js';
import { sellersLapsedHi } from './sellers.lapsed.hi.js';
import { sellersRestrictedEn } from './sellers.restricted.en.js';
import { sellersRestrictedHi } from './sellers.restricted.hi.js';
import { sellersRenewedEn } from './sellers.renewed.en.js';
import { sellersRenewedHi } from './sellers.renewed.hi.js';
import { sellersPaperEndingEn } from './sellers.paper_ending.en.js';
import { sellersPaperEndingHi } from './sellers.paper_ending.hi.js';
import { sellersGiRightEndingEn } from './sellers.gi_right_ending.en.js';
import { sellersGiRightEndingHi } from './sellers.gi_right_ending.hi.js';
import { sellersRenewalHandedInEn } from './sellers.renewal_handed_in.en.js';
import { sellersRenewalHandedInHi } from './sellers.renewal_handed_in.hi.js';
import { sellersRenewalRefusedEn } from './sellers.renewal_refused.en.js';
import { sellersRenewalRefusedHi } from './sellers.renewal_refused.hi.js';
import { sellersWarnedEn } from './sellers.warned.en.js';
import { sellersWarnedHi } from './sellers.warned.hi.js';
import { sellersMoratoriumEn } from './sellers.moratorium.en.js';
import { sellersMoratoriumHi } from './sellers.moratorium.hi.js';
import { sellersClearedEn } from './sellers.cleared.en.js';
import { sellersClearedHi } from './sellers.cleared.hi.js';
import { sellersSuspendedEn } from './sellers.suspended.en.js';
import { sellersSuspendedHi } from './sellers.suspended.hi.js';
import { sellersReinstatedEn } from './sellers.reinstated.en.js';
import { sellersReinstatedHi } from './sellers.reinstated.hi.js';
import { sellersAppealedEn } from './sellers.appealed.en.js';
import { sellersAppealedHi } from './sellers.appealed.hi.js';
import { sellersAppealRefusedEn } from './sellers.appeal_refused.en.js';
import { sellersAppealRefusedHi } from './sellers.appeal_refused.hi.js';
import { sellersDebarredEn } from './sellers.debarred.en.js';
import { sellersDebarredHi } from './sellers.debarred.hi.js';
import { sellersClosedEn } from './sellers.closed.en.js';
import { sellersClosedHi } from './sellers.closed.hi.js';
import { sellersMeasureLastsEn } from './sellers.measure_lasts.en.js';
import { sellersMeasureLastsHi } from './sellers.measure_lasts.hi.js';
import { sellersEscalatedEn } from './sellers.escalated.en.js';
import { sellersEscalatedHi } from './sellers.escalated.hi.js';
import { sellersPayoutAccountConfirmedEn } from './sellers.payout_account_confirmed.en.js';
import { sellersPayoutAccountConfirmedHi } from './sellers.payout_account_confirmed.hi.js';
import { sellersPayoutAccountRefusedEn } from './sellers.payout_account_refused.en.js';
import { sellersPayoutAccountRefusedHi } from './sellers.payout_account_refused.hi.js';
import { catalogueListingSubmittedEn } from './catalogue.listing_submitted.en.js';
import { catalogueListingSubmittedHi } from './catalogue.listing_submitted.hi.js';
import { catalogueListingLiveEn } from './catalogue.listing_live.en.js';
import { catalogueListingLiveHi } from './catalogue.listing_live.hi.js';
import { catalogueListingDraftedForEn } from './catalogue.listing_drafted_for.en.js';
import { catalogueListingDraftedForHi } from './catalogue.listing_drafted_for.hi.js';
import { cataloguePictureBrokenEn } from './catalogue.picture_broken.en.js';
import { cataloguePictureBrokenHi } from './catalogue.picture_broken.hi.js';
import { catalogueListingReturnedEn } from './catalogue.listing_returned.en.js';
import { catalogueListingReturnedHi } from './catalogue.listing_returned.hi.js';
import { notificationsReplyAnsweredEn } from './notifications.reply_answered.en.js';
import { notificationsReplyAnsweredHi } from './notifications.reply_answered.hi.js';
import { ordersLinesGoneEn } from './orders.lines_gone.en.js';
import { ordersLinesGoneHi } from './orders.lines_gone.hi.js';
import { ordersExchangedEn } from './orders.exchanged.en.js';
import { ordersExchangedHi } from './orders.exchanged.hi.js';
import { ordersReturnAskedEn } from './orders.return_asked.en.js';
import { ordersReturnAskedHi } from './orders.return_asked.hi.js';
import { fulfilmentPickupBookedEn } from './fulfilment.pickup_booked.en.js';
import { fulfilmentPickupBookedHi } from './fulfilment.pickup_booked.hi.js';
import { fulfilmentPickupMissedEn } from './fulfilment.pickup_missed.en.js';
import { fulfilmentPickupMissedHi } from './fulfilment.pickup_missed.hi.js';
import { fulfilmentPickupEndedEn } from './fulfilment.pickup_ended.en.js';
import { fulfilmentPickupEndedHi } from './fulfilment.pickup_ended.hi.js';
import { ordersReturnArrivedEn } from './orders.return_arrived.en.js';
import { ordersReturnArrivedHi } from './orders.return_arrived.hi.js';
import { ordersReturnLostEn } from './orders.return_lost.en.js';
import { ordersReturnLostHi } from './orders.return_lost.hi.js';
import { ordersReturnDecidedEn } from './orders.return_decided.en.js';
import { ordersReturnDecidedHi } from './orders.return_decided.hi.js';
import { ordersReturnAnsweredEn } from './orders.return_answered.en.js';
import { ordersReturnAnsweredHi } from './orders.return_answered.hi.js';
import { ordersPlacedEn } from './orders.placed.en.js';
import { ordersPlacedHi } from './orders.placed.hi.js';
import { ordersConfirmedEn } from './orders.confirmed.en.js';
import { ordersConfirmedHi } from './orders.confirmed.hi.js';
import { ordersCancelledEn } from './orders.cancelled.en.js';
import { ordersCancelledHi } from './orders.cancelled.hi.js';
import { ordersDeliveredEn } from './orders.delivered.en.js';
import { ordersDeliveredHi } from './orders.delivered.hi.js';
import { fulfilmentDispatchedEn } from './fulfilment.dispatched.en.js';
import { fulfilmentDispatchedHi } from './fulfilment.dispatched.hi.js';
import { fulfilmentAttemptFailedEn } from './fulfilment.attempt_failed.en.js';
import { fulfilmentAttemptFailedHi } from './fulfilment.attempt_failed.hi.js';
import { fulfilmentReturnWaitsEn } from './fulfilment.return_waits.en.js';
import { fulfilmentReturnWaitsHi } from './fulfilment.return_waits.hi.js';
import { fulfilmentTakenAnywayEn } from './fulfilment.taken_anyway.en.js';
import { fulfilmentTakenAnywayHi } from './fulfilment.taken_anyway.hi.js';
import { fulfilmentTrackingBrokenEn } from './fulfilment.tracking_broken.en.js';
import { fulfilmentTrackingBrokenHi } from './fulfilment.tracking_broken.hi.js';
import { fulfilmentUnservedEn } from './fulfilment.unserved.en.js';
import { fulfilmentUnservedHi } from './fulfilment.unserved.hi.js';
import { fulfilmentWaitsEn } from './fulfilment.waits.en.js';
import { fulfilmentWaitsHi } from './fulfilment.waits.hi.js';
import { fulfilmentDeliveredEn } from './fulfilment.delivered.en.js';
import { fulfilmentDeliveredHi } from './fulfilment.delivered.hi.js';
import { paymentsRefundReplacedEn } from './payments.refund_replaced.en.js';
import { paymentsDisputeOpenedEn } from './payments.dispute_opened.en.js';
import { paymentsDisputeLostEn } from './payments.dispute_lost.en.js';
import { paymentsRefundedEn } from './payments.refunded.en.js';
import { paymentsRefundReplacedHi } from './payments.refund_replaced.hi.js';
import { paymentsDisputeOpenedHi } from './payments.dispute_opened.hi.js';
import { paymentsDisputeLostHi } from './payments.dispute_lost.hi.js';
import { paymentsRefundedHi } from './payments.refunded.hi.js';
import { paymentsPayoutPaidEn } from './payments.payout_paid.en.js';
import { paymentsPayoutPaidHi } from './payments.payout_paid.hi.js';
import { paymentsPayoutReturnedEn } from './payments.payout_returned.en.js';
import { paymentsPayoutReturnedHi } from './payments.payout_returned.hi.js';
import { ordersWaitsEn } from './orders.waits.en.js';
import { ordersWaitsHi } from './orders.waits.hi.js';
import { paymentsMoneyWaitsEn } from './payments.money_waits.en.js';
import { paymentsMoneyWaitsHi } from './payments.money_waits.hi.js';
import { taxInvoiceRefusedEn } from './tax.invoice_refused.en.js';
import { taxInvoiceRefusedHi } from './tax.invoice_refused.hi.js';
import { taxInvoiceWaitsEn } from './tax.invoice_waits.en.js';
import { taxInvoiceWaitsHi } from './tax.invoice_waits.hi.js';
import { taxTurnoverFullEn } from './tax.turnover_full.en.js';
import { taxTurnoverFullHi } from './tax.turnover_full.hi.js';
import { taxTurnoverNearEn } from './tax.turnover_near.en.js';
import { taxTurnoverNearHi } from './tax.turnover_near.hi.js';
import { paymentsPayoutsHeldEn } from './payments.payouts_held.en.js';
import { paymentsPayoutsHeldHi } from './payments.payouts_held.hi.js';
import { paymentsClawedBackEn } from './payments.clawed_back.en.js';
import { paymentsClawedBackHi } from './payments.clawed_back.hi.js';
import { paymentsPayoutFailedEn } from './payments.payout_failed.en.js';
import { paymentsPayoutFailedHi } from './payments.payout_failed.hi.js';
import { paymentsDifferencesFoundEn } from './payments.differences_found.en.js';
import { paymentsDifferencesFoundHi } from './payments.differences_found.hi.js';
import { procurementContractIssuedEn } from './procurement.contract_issued.en.js';
import { procurementContractIssuedHi } from './procurement.contract_issued.hi.js';
import { procurementContractAcceptedEn } from './procurement.contract_accepted.en.js';
import { procurementContractAcceptedHi } from './procurement.contract_accepted.hi.js';
import { procurementContractDeclinedEn } from './procurement.contract_declined.en.js';
import { procurementContractDeclinedHi } from './procurement.contract_declined.hi.js';
import { procurementContractLapsedEn } from './procurement.contract_lapsed.en.js';
import { procurementContractLapsedHi } from './procurement.contract_lapsed.hi.js';
import { procurementGoodsReceivedEn } from './procurement.goods_received.en.js';
import { procurementGoodsReceivedHi } from './procurement.goods_received.hi.js';
import { procurementGoodsJudgedEn } from './procurement.goods_judged.en.js';
import { procurementGoodsJudgedHi } from './procurement.goods_judged.hi.js';
import { procurementBillPaidEn } from './procurement.bill_paid.en.js';
import { procurementBillPaidHi } from './procurement.bill_paid.hi.js';
import { identityPasswordChangedEn } from './identity.password_changed.en.js';
import { identityPasswordChangedHi } from './identity.password_changed.hi.js';
import { identityPasswordGuessedEn } from './identity.password_guessed.en.js';
import { identityPasswordGuessedHi } from './identity.password_guessed.hi.js';
import { identitySessionRevokedEn } from './identity.session_revoked.en.js';
import { identitySessionRevokedHi } from './identity.session_revoked.hi.js';
import { identityContactChangedEn } from './identity.contact_changed.en.js';
import { identityContactChangedHi } from './identity.contact_changed.hi.js';
import { identityStaffLookedEn } from './identity.staff_looked.en.js';
import { identityStaffLookedHi } from './identity.staff_looked.hi.js';
import { identityErasureAskedEn } from './identity.erasure_asked.en.js';
import { identityErasureAskedHi } from './identity.erasure_asked.hi.js';
import { identityDelegationGivenEn } from './identity.delegation_given.en.js';
import { identityDelegationGivenHi } from './identity.delegation_given.hi.js';
import { notificationsAddressStoppedEn } from './notifications.address_stopped.en.js';
import { notificationsAddressStoppedHi } from './notifications.address_stopped.hi.js';
import { identityDelegationEndedEn } from './identity.delegation_ended.en.js';
import { identityDelegationEndedHi } from './identity.delegation_ended.hi.js';
import { sellersPayoutAccountChangedEn } from './sellers.payout_account_changed.en.js';
import { sellersPayoutAccountChangedHi } from './sellers.payout_account_changed.hi.js';
import { identitySecondFactorRemovedEn } from './identity.second_factor_removed.en.js';
import { identitySecondFactorRemovedHi } from './identity.second_factor_removed.hi.js';
import { procurementDemandApprovedEn } from './procurement.demand_approved.en.js';
import { procurementDemandApprovedHi } from './procurement.demand_approved.hi.js';
import { procurementFundsRefusedEn } from './procurement.funds_refused.en.js';
import { procurementFundsRefusedHi } from './procurement.funds_refused.hi.js';
import { catalogueReportMadeEn } from './catalogue.report_made.en.js';
import { catalogueReportMadeHi } from './catalogue.report_made.hi.js';
import { catalogueReportEscalatedEn } from './catalogue.report_escalated.en.js';
import { catalogueReportEscalatedHi } from './catalogue.report_escalated.hi.js';
import { catalogueReviewInvitedEn } from './catalogue.review_invited.en.js';
import { catalogueReviewInvitedHi } from './catalogue.review_invited.hi.js';
import { catalogueReviewPublishedEn } from './catalogue.review_published.en.js';
import { catalogueReviewPublishedHi } from './catalogue.review_published.hi.js';
import { catalogueReviewRefusedEn } from './catalogue.review_refused.en.js';
import { catalogueReviewRefusedHi } from './catalogue.review_refused.hi.js';
import { catalogueReviewAnsweredEn } from './catalogue.review_answered.en.js';
import { catalogueReviewAnsweredHi } from './catalogue.review_answered.hi.js';
import { catalogueReviewAnswerRefusedEn } from './catalogue.review_answer_refused.en.js';
import { catalogueReviewAnswerRefusedHi } from './catalogue.review_answer_refused.hi.js';
import { catalogueReviewCaseMadeEn } from './catalogue.review_case_made.en.js';
import { catalogueReviewCaseMadeHi } from './catalogue.review_case_made.hi.js';
import { catalogueReviewCaseEscalatedEn } from './catalogue.review_case_escalated.en.js';
import { catalogueReviewCaseEscalatedHi } from './catalogue.review_case_escalated.hi.js';
import { catalogueReviewReportDecidedEn } from './catalogue.review_report_decided.en.js';
import { catalogueReviewReportDecidedHi } from './catalogue.review_report_decided.hi.js';
import { catalogueLowStockEn } from './catalogue.low_stock.en.js';
import { catalogueLowStockHi } from './catalogue.low_stock.hi.js';
import { catalogueWishMetEn } from './catalogue.wish_met.en.js';
import { catalogueWishMetHi } from './catalogue.wish_met.hi.js';
import { catalogueListingPairedEn } from './catalogue.listing_paired.en.js';
import { catalogueListingPairedHi } from './catalogue.listing_paired.hi.js';
import { cataloguePairingEndedEn } from './catalogue.pairing_ended.en.js';
import { cataloguePairingEndedHi } from './catalogue.pairing_ended.hi.js';
import { catalogueReportUpheldEn } from './catalogue.report_upheld.en.js';
import { catalogueReportUpheldHi } from './catalogue.report_upheld.hi.js';
import { catalogueReportDismissedEn } from './catalogue.report_dismissed.en.js';
import { catalogueReportDismissedHi } from './catalogue.report_dismissed.hi.js';
import { catalogueListingBlockedEn } from './catalogue.listing_blocked.en.js';
import { catalogueListingBlockedHi } from './catalogue.listing_blocked.hi.js';
import { catalogueIpRepeatedEn } from './catalogue.ip_repeated.en.js';
import { catalogueIpRepeatedHi } from './catalogue.ip_repeated.hi.js';
import { catalogueBlockAppealedEn } from './catalogue.block_appealed.en.js';
import { catalogueBlockAppealedHi } from './catalogue.block_appealed.hi.js';
import { catalogueBlockAppealRefusedEn } from './catalogue.block_appeal_refused.en.js';
import { catalogueBlockAppealRefusedHi } from './catalogue.block_appeal_refused.hi.js';
import { catalogueListingChangeAskedEn } from './catalogue.listing_change_asked.en.js';
import { catalogueListingChangeAskedHi } from './catalogue.listing_change_asked.hi.js';
import { catalogueChangeEscalatedEn } from './catalogue.listing_change_escalated.en.js';
import { catalogueChangeEscalatedHi } from './catalogue.listing_change_escalated.hi.js';
import { catalogueListingChangeApprovedEn } from './catalogue.listing_change_approved.en.js';
import { catalogueListingChangeApprovedHi } from './catalogue.listing_change_approved.hi.js';
import { catalogueListingChangeReturnedEn } from './catalogue.listing_change_returned.en.js';
import { catalogueListingChangeReturnedHi } from './catalogue.listing_change_returned.hi.js';
import { catalogueListingHiddenEn } from './catalogue.listing_hidden.en.js';
import { catalogueListingHiddenHi } from './catalogue.listing_hidden.hi.js';
import { odopEntryHandedOnEn } from './odop.entry_handed_on.en.js';
import { odopEntryHandedOnHi } from './odop.entry_handed_on.hi.js';
import { odopEntryOverdueEn } from './odop.entry_overdue.en.js';
import { odopEntryOverdueHi } from './odop.entry_overdue.hi.js';
import { odopWithdrawalAskedEn } from './odop.withdrawal_asked.en.js';
import { odopWithdrawalAskedHi } from './odop.withdrawal_asked.hi.js';
import { odopEntrySuspendedEn } from './odop.entry_suspended.en.js';
import { odopEntrySuspendedHi } from './odop.entry_suspended.hi.js';
import { odopEntryRetiredEn } from './odop.entry_retired.en.js';
import { odopEntryRetiredHi } from './odop.entry_retired.hi.js';
import { grievancesRaisedEn } from './grievances.raised.en.js';
import { grievancesRaisedHi } from './grievances.raised.hi.js';
import { grievancesAcknowledgedEn } from './grievances.acknowledged.en.js';
import { grievancesAcknowledgedHi } from './grievances.acknowledged.hi.js';
import { grievancesResolvedEn } from './grievances.resolved.en.js';
import { grievancesResolvedHi } from './grievances.resolved.hi.js';
import { grievancesReopenedEn } from './grievances.reopened.en.js';
import { grievancesReopenedHi } from './grievances.reopened.hi.js';
import { grievancesWaitsEn } from './grievances.waits.en.js';
import { grievancesWaitsHi } from './grievances.waits.hi.js';
import { grievancesEscalatedEn } from './grievances.escalated.en.js';
import { grievancesEscalatedHi } from './grievances.escalated.hi.js';
import { grievancesBreachedEn } from './grievances.breached.en.js';
import { grievancesBreachedHi } from './grievances.breached.hi.js';
import { ordersHeldEn } from './orders.held.en.js';
import { ordersHeldHi } from './orders.held.hi.js';
import { ordersReleasedEn } from './orders.released.en.js';
import { ordersReleasedHi } from './orders.released.hi.js';
import { paymentsRefundLateEn } from './payments.refund_late.en.js';
import { paymentsRefundLateHi } from './payments.refund_late.hi.js';
import type { WholeLanguage } from './tongue.js';

/** Every wording in English and Hindi: a piece of news without one of the two does not compile. */
export const templates: { readonly [E in ToldEvent]: Readonly<Record<WholeLanguage, Wordings<E>>> } = {
  'identity.password_changed': { en: identityPasswordChangedEn, hi: identityPasswordChangedHi },
  'identity.password_guessed': { en: identityPasswordGuessedEn, hi: identityPasswordGuessedHi },
  'identity.session_revoked': { en: identitySessionRevokedEn, hi: identitySessionRevokedHi },
  'identity.contact_changed': { en: identityContactChangedEn, hi: identityContactChangedHi },
  'identity.second_factor_removed': { en: identitySecondFactorRemovedEn, hi: identitySecondFactorRemovedHi },
  'identity.staff_looked': { en: identityStaffLookedEn, hi: identityStaffLookedHi },
  'identity.member_invited': { en: identityMemberInvitedEn, hi: identityMemberInvitedHi },
  'identity.erasure_asked': { en: identityErasureAskedEn, hi: identityErasureAskedHi },
  'identity.delegation_given': { en: identityDelegationGivenEn, hi: identityDelegationGivenHi },
  'identity.delegation_ended': { en: identityDelegationEndedEn, hi: identityDelegationEndedHi },
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
  'odop.entry_handed_on': { en: odopEntryHandedOnEn, hi: odopEntryHandedOnHi },
  'odop.entry_overdue': { en: odopEntryOverdueEn, hi: odopEntryOverdueHi },
  'odop.withdrawal_asked': { en: odopWithdrawalAskedEn, hi: odopWithdrawalAskedHi },
  'odop.entry_suspended': { en: odopEntrySuspendedEn, hi: odopEntrySuspendedHi },
  'odop.entry_retired': { en: odopEntryRetiredEn, hi: odopEntryRetiredHi },
  'orders.placed': { en: ordersPlacedEn, hi: ordersPlacedHi },
  'orders.confirmed': { en: ordersConfirmedEn, hi: ordersConfirmedHi },
  'orders.cancelled': { en: ordersCancelledEn, hi: ordersCancelledHi },
  'orders.delivered': { en: ordersDeliveredEn, hi: ordersDeliveredHi },
  'orders.lines_gone': { en: ordersLinesGoneEn, hi: ordersLinesGoneHi },
  'orders.exchanged': { en: ordersExchangedEn, hi: ordersExchangedHi },
  'notifications.reply_answered': { en: notificationsReplyAnsweredEn, hi: notificationsReplyAnsweredHi },
  'orders.return_asked': { en: ordersReturnAskedEn, hi: ordersReturnAskedHi },
  'fulfilment.pickup_booked': { en: fulfilmentPickupBookedEn, hi: fulfilmentPickupBookedHi },
  'fulfilment.pickup_missed': { en: fulfilmentPickupMissedEn, hi: fulfilmentPickupMissedHi },
  'fulfilment.pickup_ended': { en: fulfilmentPickupEndedEn, hi: fulfilmentPickupEndedHi },
  'orders.return_arrived': { en: ordersReturnArrivedEn, hi: ordersReturnArrivedHi },
  'orders.return_lost': { en: ordersReturnLostEn, hi: ordersReturnLostHi },
  'orders.return_decided': { en: ordersReturnDecidedEn, hi: ordersReturnDecidedHi },
  'orders.return_answered': { en: ordersReturnAnsweredEn, hi: ordersReturnAnsweredHi },
  'orders.held': { en: ordersHeldEn, hi: ordersHeldHi },
  'orders.released': { en: ordersReleasedEn, hi: ordersReleasedHi },
  'fulfilment.dispatched': { en: fulfilmentDispatchedEn, hi: fulfilmentDispatchedHi },
  'fulfilment.attempt_failed': { en: fulfilmentAttemptFailedEn, hi: fulfilmentAttemptFailedHi },
  'fulfilment.return_waits': { en: fulfilmentReturnWaitsEn, hi: fulfilmentReturnWaitsHi },
  'fulfilment.taken_anyway': { en: fulfilmentTakenAnywayEn, hi: fulfilmentTakenAnywayHi },
  'fulfilment.unserved': { en: fulfilmentUnservedEn, hi: fulfilmentUnservedHi },
  'fulfilment.tracking_broken': { en: fulfilmentTrackingBrokenEn, hi: fulfilmentTrackingBrokenHi },
  'fulfilment.waits': { en: fulfilmentWaitsEn, hi: fulfilmentWaitsHi },
  'fulfilment.delivered': { en: fulfilmentDeliveredEn, hi: fulfilmentDeliveredHi },
  'payments.refunded': { en: paymentsRefundedEn, hi: paymentsRefundedHi },
  'payments.payout_paid': { en: paymentsPayoutPaidEn, hi: paymentsPayoutPaidHi },
  'payments.payout_returned': { en: paymentsPayoutReturnedEn, hi: paymentsPayoutReturnedHi },
  'payments.money_waits': { en: paymentsMoneyWaitsEn, hi: paymentsMoneyWaitsHi },
  'orders.waits': { en: ordersWaitsEn, hi: ordersWaitsHi },
  'tax.invoice_refused': { en: taxInvoiceRefusedEn, hi: taxInvoiceRefusedHi },
  'tax.invoice_waits': { en: taxInvoiceWaitsEn, hi: taxInvoiceWaitsHi },
  'tax.turnover_near': { en: taxTurnoverNearEn, hi: taxTurnoverNearHi },
  'tax.turnover_full': { en: taxTurnoverFullEn, hi: taxTurnoverFullHi },
  'payments.payouts_held': { en: paymentsPayoutsHeldEn, hi: paymentsPayoutsHeldHi },
  'payments.clawed_back': { en: paymentsClawedBackEn, hi: paymentsClawedBackHi },
  'payments.payout_failed': { en: paymentsPayoutFailedEn, hi: paymentsPayoutFailedHi },
  'payments.differences_found': { en: paymentsDifferencesFoundEn, hi: paymentsDifferencesFoundHi },
  'payments.refund_replaced': { en: paymentsRefundReplacedEn, hi: paymentsRefundReplacedHi },
  'payments.dispute_opened': { en: paymentsDisputeOpenedEn, hi: paymentsDisputeOpenedHi },
  'payments.dispute_lost': { en: paymentsDisputeLostEn, hi: paymentsDisputeLostHi },
  'payments.refund_late': { en: paymentsRefundLateEn, hi: paymentsRefundLateHi },
  'procurement.demand_approved': { en: procurementDemandApprovedEn, hi: procurementDemandApprovedHi },
  'procurement.funds_refused': { en: procurementFundsRefusedEn, hi: procurementFundsRefusedHi },
  'procurement.contract_issued': { en: procurementContractIssuedEn, hi: procurementContractIssuedHi },
  'procurement.contract_accepted': { en: procurementContractAcceptedEn, hi: procurementContractAcceptedHi },
  'procurement.contract_declined': { en: procurementContractDeclinedEn, hi: procurementContractDeclinedHi },
  'procurement.contract_lapsed': { en: procurementContractLapsedEn, hi: procurementContractLapsedHi },
  'procurement.goods_received': { en: procurementGoodsReceivedEn, hi: procurementGoodsReceivedHi },
  'procurement.goods_judged': { en: procurementGoodsJudgedEn, hi: procurementGoodsJudgedHi },
  'procurement.bill_paid': { en: procurementBillPaidEn, hi: procurementBillPaidHi },
  'grievances.raised': { en: grievancesRaisedEn, hi: grievancesRaisedHi },
  'grievances.acknowledged': { en: grievancesAcknowledgedEn, hi: grievancesAcknowledgedHi },
  'grievances.resolved': { en: grievancesResolvedEn, hi: grievancesResolvedHi },
  'grievances.reopened': { en: grievancesReopenedEn, hi: grievancesReopenedHi },
  'grievances.waits': { en: grievancesWaitsEn, hi: grievancesWaitsHi },
  'grievances.escalated': { en: grievancesEscalatedEn, hi: grievancesEscalatedHi },
  'grievances.breached': { en: grievancesBreachedEn, hi: grievancesBreachedHi },
  'notifications.address_stopped': { en: notificationsAddressStoppedEn, hi: notificationsAddressStoppedHi },
};
