import { Module } from '@nestjs/common';
import { CatalogueModule } from '#catalogue';
import { IdentityModule } from '#identity';
import { SellersModule } from '#sellers';
import { ApplicationsController } from './applications.controller.js';
import { SellerDocumentsController } from './documents.controller.js';
import { SellerMembersController } from './members.controller.js';
import { MembershipsController } from './memberships.controller.js';
import { SellerPreferencesController } from './preferences.controller.js';
import { SellerListingsController } from './listings.controller.js';
import { SellerArchivesController } from './archives.controller.js';
import { SellerMediaController } from './media.controller.js';
import { SellerProductsController } from './products.controller.js';
import { SellerOffersController } from './offers.controller.js';
import { SellerReviewsController } from './reviews.controller.js';
import { SellerPairingsController } from './pairings.controller.js';
import { SellerLocationsController } from './locations.controller.js';
import { SellerStockController } from './stock.controller.js';
import { SellerBulkController } from './bulk.controller.js';
import { SellerImportsController } from './imports.controller.js';
import { SellerSheetsController } from './sheets.controller.js';
import { TeamController } from './team.controller.js';
import { ShopController } from './shop.controller.js';
import { PayoutAccountController } from './payout-account.controller.js';

/** What makers do: apply, and look after their goods. */
@Module({
  imports: [IdentityModule, SellersModule, CatalogueModule],
  controllers: [
    ApplicationsController,
    SellerDocumentsController,
    SellerPreferencesController,
    SellerMembersController,
    MembershipsController,
    PayoutAccountController,
    ShopController,
    TeamController,
    SellerImportsController,
    SellerSheetsController,
    SellerListingsController,
    SellerBulkController,
    SellerOffersController,
    SellerStockController,
    SellerLocationsController,
    SellerPairingsController,
    SellerArchivesController,
    SellerMediaController,
    SellerProductsController,
    SellerReviewsController,
  ],
})
export class SellerModule {}
