import { Module } from '@nestjs/common';
import { FulfilmentModule } from '#fulfilment';
import { GrievancesModule } from '#grievances';
import { OrdersModule } from '#orders';
import { PaymentsModule } from '#payments';
import { ProcurementModule } from '#procurement';
import { PromotionsModule } from '#promotions';
import { TaxModule } from '#tax';
import { SellerComplaintQuestionsController } from './complaint-questions.controller.js';
import { MembershipPayoutsController } from './membership-payouts.controller.js';
import { SellerPromotionsController } from './promotions.controller.js';
import { SellerPayoutsController } from './payouts.controller.js';
import { SellerContractParcelsController } from './contract-parcels.controller.js';
import { SellerIncidentsController } from './incidents.controller.js';
import { SellerContractsController } from './contracts.controller.js';
import { SellerStatementsController } from './statements.controller.js';
import { SellerOrdersController } from './orders.controller.js';
import { SellerPackingController } from './packing.controller.js';
import { SellerParcelsController } from './parcels.controller.js';
import { SellerSlotsController } from './slots.controller.js';
import { SellerTaxCertificatesController } from './tax-certificates.controller.js';
import { SellerTaxDocumentsController } from './tax-documents.controller.js';
import { SellerTaxReturnsController } from './tax-returns.controller.js';
import { SellerReturnPhotosController } from './return-photos.controller.js';
import { SellerReturnsController } from './returns.controller.js';

/** What makers do with what they sold: orders of the shop, contracts of offices, and the money for both. */
@Module({
  imports: [
    OrdersModule,
    ProcurementModule,
    FulfilmentModule,
    PaymentsModule,
    PromotionsModule,
    TaxModule,
    GrievancesModule,
  ],
  controllers: [
    SellerOrdersController,
    SellerPackingController,
    SellerParcelsController,
    SellerSlotsController,
    SellerPromotionsController,
    SellerReturnsController,
    SellerComplaintQuestionsController,
    SellerTaxCertificatesController,
    SellerTaxDocumentsController,
    SellerTaxReturnsController,
    SellerReturnPhotosController,
    SellerContractsController,
    SellerIncidentsController,
    SellerContractParcelsController,
    SellerPayoutsController,
    SellerStatementsController,
    MembershipPayoutsController,
  ],
})
export class SellerSalesModule {}
