import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { IdentityModule } from '#identity';
import { OdopModule } from '#odop';
import { FilesModule } from '#platform/files';
import { PolicyModule } from '#policy';
import { HttpGroupRegister } from './adapters/group-register.http.js';
import { HttpKycProvider } from './adapters/kyc-provider.http.js';
import { HttpPanRegister } from './adapters/pan-register.http.js';
import { HttpUdyamRegister } from './adapters/udyam-register.http.js';
import { HttpGstRegister } from './adapters/gst-register.http.js';
import { HttpLinkedMobile } from './adapters/linked-mobile.http.js';
import { HttpStartupRegister } from './adapters/startup-register.http.js';
import { HttpPennyDrop } from './adapters/penny-drop.http.js';
import { ApplicationsQuery } from './data/applications.query.js';
import { SellerDocumentEntity } from './data/document.entity.js';
import { DocumentsQuery } from './data/documents.query.js';
import { Documents } from './data/documents.repository.js';
import { AppealEntity, MeasureEntity, RenewalEntity } from './data/conduct.entity.js';
import { Papers } from './data/evidence.repository.js';
import { GiAuthorisationEntity, MakerEntryEntity } from './data/gi.entity.js';
import { GiAuthorisations } from './data/gi-authorisations.repository.js';
import { LicencesQuery } from './data/licences.query.js';
import { Measures } from './data/measures.repository.js';
import { PaperDeskQuery } from './data/paper-desk.query.js';
import { Renewals } from './data/renewals.repository.js';
import { ShopQuery } from './data/shop.query.js';
import { MakersProductsQuery } from './data/makers-products.query.js';
import { PayeesQuery } from './data/payees.query.js';
import { PayoutAccountsQuery } from './data/payout-accounts.query.js';
import { RegisterAnswerEntity } from './data/register-answer.entity.js';
import { RegisterAnswers } from './data/register-answers.repository.js';
import { DuplicateFlagEntity, TraceEntity } from './data/duplicate.entity.js';
import { DuplicatesQuery } from './data/duplicates.query.js';
import { Duplicates } from './data/duplicates.repository.js';
import { PreferenceEntity, PreferenceProofEntity } from './data/preference.entity.js';
import { MemberEntity, MemberShareEntity, ShareTableEntity } from './data/member.entity.js';
import { MembersQuery } from './data/members.query.js';
import { Members } from './data/members.repository.js';
import { PreferencesQuery } from './data/preferences.query.js';
import { Preferences } from './data/preferences.repository.js';
import { ReviewDesksQuery } from './data/review-desks.query.js';
import { EvidenceEntity, SellerEntity, SellerHistoryEntity } from './data/seller.entity.js';
import { SellersQuery } from './data/sellers.query.js';
import { Sellers } from './data/sellers.repository.js';
import { GstRegister } from './ports/gst-register.js';
import { GroupRegister } from './ports/group-register.js';
import { KycProvider } from './ports/kyc-provider.js';
import { PanRegister } from './ports/pan-register.js';
import { UdyamRegister } from './ports/udyam-register.js';
import { LinkedMobile } from './ports/linked-mobile.js';
import { StartupRegister } from './ports/startup-register.js';
import { PennyDrop } from './ports/penny-drop.js';
import { AppealSuspension } from './use-cases/appeal-suspension.js';
import { ClearMoratorium } from './use-cases/clear-moratorium.js';
import { NameGrievanceOfficer } from './use-cases/name-grievance-officer.js';
import { CloseShop } from './use-cases/close-shop.js';
import { DebarSeller } from './use-cases/debar-seller.js';
import { DecideAppeal } from './use-cases/decide-appeal.js';
import { DecidePayoutAccount } from './use-cases/decide-payout-account.js';
import { DecideRenewal } from './use-cases/decide-renewal.js';
import { ImposeMoratorium } from './use-cases/impose-moratorium.js';
import { OpenDealings } from './use-cases/open-dealings.js';
import { ReinstateSeller } from './use-cases/reinstate-seller.js';
import { RenewPaper } from './use-cases/renew-paper.js';
import { SuspendSeller } from './use-cases/suspend-seller.js';
import { WatchPapers } from './use-cases/watch-papers.js';
import { MakeDemoSellers } from './use-cases/make-demo-sellers.js';
import { ActivateSeller } from './use-cases/activate-seller.js';
import { ApplyAsSeller } from './use-cases/apply-as-seller.js';
import { ApproveSeller } from './use-cases/approve-seller.js';
import { AskPayoutCode } from './use-cases/ask-payout-code.js';
import { AttachDocument } from './use-cases/attach-document.js';
import { AttachEvidence } from './use-cases/attach-evidence.js';
import { CheckApplicationPapers } from './use-cases/check-application.js';
import { ClaimGiAuthorisation } from './use-cases/claim-gi-authorisation.js';
import { DecideGiAuthorisation } from './use-cases/decide-gi-authorisation.js';
import { ChangePayoutAccount } from './use-cases/change-payout-account.js';
import { LeaveSilentAccount } from './use-cases/leave-silent-account.js';
import { CheckPayoutAccount } from './use-cases/check-payout-account.js';
import { DestroyDocument } from './use-cases/destroy-document.js';
import { FollowEntry } from './use-cases/follow-entry.js';
import { FollowDistrict } from './use-cases/follow-district.js';
import { ForgetDevices } from './use-cases/forget-devices.js';
import { ForgetPapers } from './use-cases/forget-papers.js';
import { LookUpPapers } from './use-cases/look-up-papers.js';
import { AgreeAsMember } from './use-cases/agree-as-member.js';
import { ManageMembers } from './use-cases/manage-members.js';
import { DecideDuplicate } from './use-cases/decide-duplicate.js';
import { ProvePreference } from './use-cases/prove-preference.js';
import { RejectSeller } from './use-cases/reject-seller.js';
import { RemoveDocument } from './use-cases/remove-document.js';
import { RequestInformation } from './use-cases/request-information.js';
import { ScanDocument } from './use-cases/scan-document.js';
import { SettleOverdueSeller } from './use-cases/settle-overdue-seller.js';
import { TieProducts } from './use-cases/tie-products.js';
import { SubmitApplication } from './use-cases/submit-application.js';

const spoken = [
  ApplyAsSeller,
  AttachEvidence,
  AttachDocument,
  RemoveDocument,
  ScanDocument,
  DestroyDocument,
  DocumentsQuery,
  ManageMembers,
  AgreeAsMember,
  MembersQuery,
  ProvePreference,
  PreferencesQuery,
  DecideDuplicate,
  DuplicatesQuery,
  AskPayoutCode,
  ChangePayoutAccount,
  CheckPayoutAccount,
  LeaveSilentAccount,
  SubmitApplication,
  CheckApplicationPapers,
  ApproveSeller,
  RejectSeller,
  ForgetDevices,
  ForgetPapers,
  RequestInformation,
  ActivateSeller,
  MakeDemoSellers,
  SettleOverdueSeller,
  FollowDistrict,
  AppealSuspension,
  ClearMoratorium,
  CloseShop,
  NameGrievanceOfficer,
  DebarSeller,
  DecideAppeal,
  DecidePayoutAccount,
  DecideRenewal,
  ImposeMoratorium,
  OpenDealings,
  RenewPaper,
  SuspendSeller,
  WatchPapers,
  PaperDeskQuery,
  ShopQuery,
  FollowEntry,
  ClaimGiAuthorisation,
  DecideGiAuthorisation,
  TieProducts,
  MakersProductsQuery,
  SellersQuery,
  ApplicationsQuery,
  LicencesQuery,
  PayeesQuery,
  PayoutAccountsQuery,
  ReviewDesksQuery,
];

@Module({
  imports: [
    TypeOrmModule.forFeature([
      SellerEntity,
      EvidenceEntity,
      SellerDocumentEntity,
      RegisterAnswerEntity,
      PreferenceEntity,
      PreferenceProofEntity,
      TraceEntity,
      DuplicateFlagEntity,
      MemberEntity,
      ShareTableEntity,
      MemberShareEntity,
      SellerHistoryEntity,
      MakerEntryEntity,
      GiAuthorisationEntity,
      RenewalEntity,
      MeasureEntity,
      AppealEntity,
    ]),
    IdentityModule,
    OdopModule,
    PolicyModule,
    FilesModule,
  ],
  providers: [
    ...spoken,
    Sellers,
    Papers,
    Documents,
    RegisterAnswers,
    Preferences,
    Duplicates,
    Members,
    LookUpPapers,
    Renewals,
    Measures,
    ReinstateSeller,
    GiAuthorisations,
    { provide: GstRegister, useClass: HttpGstRegister },
    { provide: PennyDrop, useClass: HttpPennyDrop },
    { provide: StartupRegister, useClass: HttpStartupRegister },
    { provide: LinkedMobile, useClass: HttpLinkedMobile },
    { provide: PanRegister, useClass: HttpPanRegister },
    { provide: UdyamRegister, useClass: HttpUdyamRegister },
    { provide: GroupRegister, useClass: HttpGroupRegister },
    { provide: KycProvider, useClass: HttpKycProvider },
  ],
  exports: [...spoken, GiAuthorisations],
})
export class SellersModule {}
