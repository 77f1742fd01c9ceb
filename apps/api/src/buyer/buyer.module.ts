import { Module } from '@nestjs/common';
import { CatalogueModule } from '#catalogue';
import { FulfilmentModule } from '#fulfilment';
import { OrdersModule } from '#orders';
import { PaymentsModule } from '#payments';
import { PolicyModule } from '#policy';
import { AddressesController } from './addresses.controller.js';
import { CartsController } from './carts.controller.js';
import { CheckoutsController } from './checkouts.controller.js';
import { StockWishesController } from './stock-wishes.controller.js';
import { BuyerListingReportsController } from './listing-reports.controller.js';
import { BuyerReviewsController } from './reviews.controller.js';
import { BuyerOrdersController } from './orders.controller.js';
import { BuyerParcelsController } from './parcels.controller.js';
import { OrderRefundsController } from './order-refunds.controller.js';
import { BuyerPrintedDocumentsController, BuyerTaxDocumentsController } from './tax-documents.controller.js';
import { BuyerReturnPhotosController } from './return-photos.controller.js';
import { BuyerReturnsController } from './returns.controller.js';
import { GrievancesModule } from '#grievances';
import { TaxModule } from '#tax';
import { BuyerComplaintsController } from './complaints.controller.js';

/** What shoppers do. */
@Module({
  imports: [PolicyModule, GrievancesModule, CatalogueModule, OrdersModule, FulfilmentModule, PaymentsModule, TaxModule],
  controllers: [
    AddressesController,
    CartsController,
    BuyerOrdersController,
    BuyerParcelsController,
    BuyerReturnsController,
    OrderRefundsController,
    BuyerPrintedDocumentsController,
    BuyerTaxDocumentsController,
    BuyerReturnPhotosController,
    CheckoutsController,
    BuyerListingReportsController,
    BuyerReviewsController,
    StockWishesController,
    BuyerComplaintsController,
  ],
})
export class BuyerModule {}
