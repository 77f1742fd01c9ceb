export { SellersModule } from './sellers.module.js';
export { ApplyAsSeller, type Application } from './use-cases/apply-as-seller.js';
export { AttachEvidence } from './use-cases/attach-evidence.js';
export { AttachDocument, type DocumentToAttach } from './use-cases/attach-document.js';
export { RemoveDocument } from './use-cases/remove-document.js';
export { ScanDocument } from './use-cases/scan-document.js';
export { DestroyDocument } from './use-cases/destroy-document.js';
export { DocumentsQuery, type OpenedDocument } from './data/documents.query.js';
export type { SellerDocument } from './data/documents.repository.js';
export { documentStates } from './domain/document.js';
export { ManageMembers, type NewMember } from './use-cases/manage-members.js';
export { AgreeAsMember } from './use-cases/agree-as-member.js';
export { MembersQuery, type MemberView, type Membership } from './data/members.query.js';
export { memberConsents, splitByShares, type MemberShare } from './domain/member.js';
export { ProvePreference } from './use-cases/prove-preference.js';
export { PreferencesQuery, type Preference } from './data/preferences.query.js';
export { preferenceFlags, proofRegisters, type PreferenceFlag } from './domain/preference.js';
export { enterpriseSizes, type EnterpriseSize } from './domain/enterprise-size.js';
export { DecideDuplicate } from './use-cases/decide-duplicate.js';
export { DuplicatesQuery } from './data/duplicates.query.js';
export type { DuplicateFlag } from './data/duplicates.repository.js';
export { duplicateStates, traceKinds } from './domain/duplicate.js';
export { AskPayoutCode } from './use-cases/ask-payout-code.js';
export { ChangePayoutAccount } from './use-cases/change-payout-account.js';
export { LeaveSilentAccount } from './use-cases/leave-silent-account.js';
export { CheckPayoutAccount } from './use-cases/check-payout-account.js';
export { SubmitApplication } from './use-cases/submit-application.js';
export { CheckApplicationPapers } from './use-cases/check-application.js';
export { ApproveSeller } from './use-cases/approve-seller.js';
export { ForgetDevices } from './use-cases/forget-devices.js';
export { ForgetPapers } from './use-cases/forget-papers.js';
export { RejectSeller } from './use-cases/reject-seller.js';
export { RequestInformation } from './use-cases/request-information.js';
export { MakeDemoSellers, type DemoSeller } from './use-cases/make-demo-sellers.js';
export { ActivateSeller } from './use-cases/activate-seller.js';
export { FollowEntry } from './use-cases/follow-entry.js';
export { FollowDistrict } from './use-cases/follow-district.js';
export { AppealSuspension } from './use-cases/appeal-suspension.js';
export { ClearMoratorium } from './use-cases/clear-moratorium.js';
export { grievanceOfficer, type GrievanceOfficer } from './domain/grievance-officer.js';
export { NameGrievanceOfficer } from './use-cases/name-grievance-officer.js';
export { CloseShop } from './use-cases/close-shop.js';
export { DebarSeller } from './use-cases/debar-seller.js';
export { DecideAppeal } from './use-cases/decide-appeal.js';
export { DecidePayoutAccount } from './use-cases/decide-payout-account.js';
export { DecideRenewal } from './use-cases/decide-renewal.js';
export { ImposeMoratorium, type Grounds } from './use-cases/impose-moratorium.js';
export { OpenDealings, type Dealing, type DealingKind } from './use-cases/open-dealings.js';
export { RenewPaper } from './use-cases/renew-paper.js';
export { SuspendSeller } from './use-cases/suspend-seller.js';
export { WatchPapers } from './use-cases/watch-papers.js';
export { PaperDeskQuery, paperDeskKey, type PaperDeskLine, type WaitingPapers } from './data/paper-desk.query.js';
export { ShopQuery, shopKey, type AppealLine, type ShopLine, type ShopView } from './data/shop.query.js';
export { measureKinds, outcomes, severities, type Severity } from './domain/conduct.rules.js';
export { renewableKinds, restrictions, type RenewableKind, type Restriction } from './domain/paper-terms.rules.js';
export type { AskedPaper } from './domain/corrections.js';
export { shopNews } from './domain/shop.events.js';
export { SettleOverdueSeller } from './use-cases/settle-overdue-seller.js';
export {
  deskKey,
  SellersQuery,
  type DeskFilter,
  type DeskRow,
  type OwnApplicationRow,
  type PickupAddress,
  type SellerFacts,
} from './data/sellers.query.js';
export { ApplicationsQuery, type ApplicationView } from './data/applications.query.js';
export { MakersProductsQuery, type TiedProduct } from './data/makers-products.query.js';
export { GiAuthorisations, type GiAuthorisationView } from './data/gi-authorisations.repository.js';
export { ClaimGiAuthorisation, type GiClaim } from './use-cases/claim-gi-authorisation.js';
export { DecideGiAuthorisation } from './use-cases/decide-gi-authorisation.js';
export { TieProducts } from './use-cases/tie-products.js';
export { giBadge, giBadges, type GiBadge } from './domain/gi-badge.rules.js';
export { LicencesQuery } from './data/licences.query.js';
export { PayeesQuery, type PayeeFacts } from './data/payees.query.js';
export { PayoutAccountsQuery, type OwnPayoutAccount, type PayoutAccount } from './data/payout-accounts.query.js';
export { ReviewDesksQuery } from './data/review-desks.query.js';
export { evidenceInput, renewalInput, type Evidence, type EvidenceOf } from './domain/evidence.js';
export { evidenceKinds, needOf, needs, type EvidenceKind, type Need } from './domain/evidence-matrix.js';
export { findings, type FindingState } from './domain/approval.js';
export { reviewedBy, sellerClasses, type SellerClass } from './domain/seller-class.js';
export { mayList, sellerStates, standingOf, type SellerState, type Standing } from './domain/seller.states.js';
export type { GstStatus } from './domain/auto-checks.js';
export type { Desk } from './domain/review-desk.js';
export { GstRegister, type GstAnswer } from './ports/gst-register.js';
export { PennyDrop, type BankAnswer } from './ports/penny-drop.js';
export { PanRegister, type PanAnswer } from './ports/pan-register.js';
export { UdyamRegister, type UdyamAnswer } from './ports/udyam-register.js';
export { GroupRegister, type GroupAnswer } from './ports/group-register.js';
export { KycProvider, type KycAnswer } from './ports/kyc-provider.js';
export { RegisterRefusesUs, RegisterUnreachable } from './ports/register-unreachable.js';
export {
  CheckApplication,
  CheckPayoutAccountJob,
  DestroyDocumentJob,
  ScanDocumentJob,
  PayoutAccountChanged,
  PreferenceProved,
  SellerActive,
  SellerEscalated,
  SellerLapsed,
  SellerNeedsCorrection,
  SellerRegistersSilent,
  SellerRejected,
  SellerSubmitted,
  SellerUnderReview,
  SellerVerified,
  SellersMoved,
} from './domain/seller.events.js';
export { sellersMigrations } from './data/migrations/index.js';
