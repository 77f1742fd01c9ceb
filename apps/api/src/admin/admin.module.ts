import { Module } from '@nestjs/common';
import { CatalogueModule } from '#catalogue';
import { PromotionsModule } from '#promotions';
import { PaymentsModule } from '#payments';
import { SellersModule } from '#sellers';
import { TaxModule } from '#tax';
import { AdminCategoriesController } from './categories.controller.js';
import { ListingAppealsController } from './listing-appeals.controller.js';
import { ListingChangesController } from './listing-changes.controller.js';
import { ListingReportsController } from './listing-reports.controller.js';
import { ReviewCasesController } from './reviews.controller.js';
import { LedgerModule } from '#ledger';
import { LedgerPeriodsController } from './ledger-periods.controller.js';
import { PayoutFilesController } from './payout-files.controller.js';
import { OrdersModule } from '#orders';
import { ProcurementModule } from '#procurement';
import { DeskCompensationsController } from './desk-compensations.controller.js';
import { DeskDisputesController } from './desk-disputes.controller.js';
import { DeskParcelsController } from './desk-parcels.controller.js';
import { DeskReturnsController } from './desk-returns.controller.js';
import { CourierBillsController } from './courier-bills.controller.js';
import { DeskPaymentsController } from './desk-payments.controller.js';
import { MakerListingsController } from './maker-listings.controller.js';
import { AdminListingsController } from './listings.controller.js';
import { OdopModule } from '#odop';
import { AdminOdopEntriesController } from './odop-entries.controller.js';
import { AdminOdopEvidenceController } from './odop-evidence.controller.js';
import { AdminDistrictOrdersController } from './district-orders.controller.js';
import { AdminOdopImportsController } from './odop-imports.controller.js';
import { AdminGiAuthorisationsController } from './gi-authorisations.controller.js';
import { AdminSellerDocumentsController } from './seller-documents.controller.js';
import { PaymentDifferencesController } from './payment-differences.controller.js';
import { AdminIncidentsController } from './incidents.controller.js';
import { SellerAppealsController } from './seller-appeals.controller.js';
import { SellerConductController } from './seller-conduct.controller.js';
import { SellerPapersController } from './seller-papers.controller.js';
import { AdminSellerMembersController } from './seller-members.controller.js';
import { AdminSellerDuplicatesController } from './seller-duplicates.controller.js';
import { AdminPromotionsController } from './promotions.controller.js';
import { DebitNotesController } from './debit-notes.controller.js';
import { DeskTaxCertificatesController } from './tax-certificates.controller.js';
import { DeskTaxDocumentsController } from './tax-documents.controller.js';
import { DeskTaxReturnsController } from './tax-returns.controller.js';
import { AdminSellersController } from './sellers.controller.js';
import { FulfilmentModule } from '#fulfilment';
import { GrievancesModule } from '#grievances';
import { ComplaintsController } from './complaints.controller.js';
import { NotificationsModule } from '#notifications';
import { QueueModule } from '#platform/queue';
import { MessageTemplatesController } from './message-templates.controller.js';
import { LateController } from './late.controller.js';

/** The desks of nodal officers, and the payments desk. */
@Module({
  imports: [
    FulfilmentModule,
    GrievancesModule,
    OdopModule,
    SellersModule,
    CatalogueModule,
    PromotionsModule,
    LedgerModule,
    PaymentsModule,
    OrdersModule,
    ProcurementModule,
    TaxModule,
    NotificationsModule,
    QueueModule,
  ],
  controllers: [
    AdminSellersController,
    AdminSellerDocumentsController,
    SellerConductController,
    SellerAppealsController,
    AdminIncidentsController,
    SellerPapersController,
    AdminSellerDuplicatesController,
    AdminSellerMembersController,
    AdminListingsController,
    MakerListingsController,
    AdminCategoriesController,
    ListingChangesController,
    ListingReportsController,
    ListingAppealsController,
    ReviewCasesController,
    AdminOdopEntriesController,
    AdminOdopEvidenceController,
    AdminDistrictOrdersController,
    AdminOdopImportsController,
    AdminGiAuthorisationsController,
    AdminPromotionsController,
    PaymentDifferencesController,
    DeskPaymentsController,
    DeskDisputesController,
    DeskCompensationsController,
    DeskParcelsController,
    DeskReturnsController,
    LedgerPeriodsController,
    CourierBillsController,
    PayoutFilesController,
    DebitNotesController,
    DeskTaxCertificatesController,
    DeskTaxDocumentsController,
    DeskTaxReturnsController,
    ComplaintsController,
    LateController,
    MessageTemplatesController,
  ],
})
export class AdminModule {}
