import { Module } from '@nestjs/common';
import { CatalogueModule } from '#catalogue';
import { OrdersModule } from '#orders';
import { PaymentsModule } from '#payments';
import { AddressesController } from './addresses.controller.js';
import { CartsController } from './carts.controller.js';
import { CheckoutsController } from './checkouts.controller.js';
import { StockWishesController } from './stock-wishes.controller.js';
import { BuyerListingReportsController } from './listing-reports.controller.js';
import { BuyerReviewsController } from './reviews.controller.js';
import { BuyerOrdersController } from './orders.controller.js';
import { BuyerReturnsController } from './returns.controller.js';

/** What shoppers do. */
@Module({
  imports: [CatalogueModule, OrdersModule, PaymentsModule],
  controllers: [
    AddressesController,
    CartsController,
    BuyerOrdersController,
    BuyerReturnsController,
    CheckoutsController,
    BuyerListingReportsController,
    BuyerReviewsController,
    StockWishesController,
  ],
})
export class BuyerModule {}
