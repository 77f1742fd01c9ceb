import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { IdentityModule } from '#identity';
import { OdopModule } from '#odop';
import { StorageModule } from '#platform/storage';
import { UploadsModule } from '#platform/uploads';
import { PolicyModule } from '#policy';
import { HttpGroupRegister } from './adapters/group-register.http.js';
import { HttpKycProvider } from './adapters/kyc-provider.http.js';
import { HttpPanRegister } from './adapters/pan-register.http.js';
import { HttpUdyamRegister } from './adapters/udyam-register.http.js';
import { HttpGstRegister } from './adapters/gst-register.http.js';
import { HttpPennyDrop } from './adapters/penny-drop.http.js';
import { ApplicationsQuery } from './data/applications.query.js';
import { SellerDocumentEntity } from './data/document.entity.js';
import { DocumentsQuery } from './data/documents.query.js';
import { Documents } from './data/documents.repository.js';
import { Papers } from './data/evidence.repository.js';
import { GiAuthorisationEntity, MakerEntryEntity } from './data/gi.entity.js';
import { GiAuthorisations } from './data/gi-authorisations.repository.js';
import { LicencesQuery } from './data/licences.query.js';
import { MakersProductsQuery } from './data/makers-products.query.js';
import { PayoutAccountsQuery } from './data/payout-accounts.query.js';
import { RegisterAnswerEntity } from './data/register-answer.entity.js';
import { RegisterAnswers } from './data/register-answers.repository.js';
import { ReviewDesksQuery } from './data/review-desks.query.js';
import { EvidenceEntity, SellerEntity, SellerHistoryEntity } from './data/seller.entity.js';
import { SellersQuery } from './data/sellers.query.js';
import { Sellers } from './data/sellers.repository.js';
import { GstRegister } from './ports/gst-register.js';
import { GroupRegister } from './ports/group-register.js';
import { KycProvider } from './ports/kyc-provider.js';
import { PanRegister } from './ports/pan-register.js';
import { UdyamRegister } from './ports/udyam-register.js';
import { PennyDrop } from './ports/penny-drop.js';
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
import { CheckPayoutAccount } from './use-cases/check-payout-account.js';
import { DestroyDocument } from './use-cases/destroy-document.js';
import { FollowDistrict } from './use-cases/follow-district.js';
import { ForgetPapers } from './use-cases/forget-papers.js';
import { LookUpPapers } from './use-cases/look-up-papers.js';
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
  AskPayoutCode,
  ChangePayoutAccount,
  CheckPayoutAccount,
  SubmitApplication,
  CheckApplicationPapers,
  ApproveSeller,
  RejectSeller,
  ForgetPapers,
  RequestInformation,
  ActivateSeller,
  SettleOverdueSeller,
  FollowDistrict,
  ClaimGiAuthorisation,
  DecideGiAuthorisation,
  TieProducts,
  MakersProductsQuery,
  SellersQuery,
  ApplicationsQuery,
  LicencesQuery,
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
      SellerHistoryEntity,
      MakerEntryEntity,
      GiAuthorisationEntity,
    ]),
    IdentityModule,
    OdopModule,
    PolicyModule,
    StorageModule,
    UploadsModule,
  ],
  providers: [
    ...spoken,
    Sellers,
    Papers,
    Documents,
    RegisterAnswers,
    LookUpPapers,
    GiAuthorisations,
    { provide: GstRegister, useClass: HttpGstRegister },
    { provide: PennyDrop, useClass: HttpPennyDrop },
    { provide: PanRegister, useClass: HttpPanRegister },
    { provide: UdyamRegister, useClass: HttpUdyamRegister },
    { provide: GroupRegister, useClass: HttpGroupRegister },
    { provide: KycProvider, useClass: HttpKycProvider },
  ],
  exports: [...spoken, GiAuthorisations],
})
export class SellersModule {}
