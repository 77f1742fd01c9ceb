import { Module } from '@nestjs/common';
import { CatalogueModule } from '#catalogue';
import { FulfilmentModule } from '#fulfilment';
import { GrievancesModule } from '#grievances';
import { OdopModule } from '#odop';
import { OrdersModule } from '#orders';
import { StorageModule } from '#platform/storage';
import { PolicyModule } from '#policy';
import { GuestCartsController } from './carts.controller.js';
import { FollowedParcelsController } from './followed-parcels.controller.js';
import { GuestComplaintsController } from './complaints.controller.js';
import { FollowedOrdersController } from './orders.controller.js';
import { CategoriesController } from './categories.controller.js';
import { DistrictsController } from './districts.controller.js';
import { PublicListingsController } from './listings.controller.js';
import { MarketplaceController } from './marketplace.controller.js';
import { UploadsController } from './uploads.controller.js';
import { GiController } from './gi.controller.js';
import { InfrastructureController } from './infrastructure.controller.js';
import { OdopEntriesController } from './odop-entries.controller.js';
import { PincodesController } from './pincodes.controller.js';
import { PublicReviewsController } from './reviews.controller.js';
import { SearchController } from './search.controller.js';
import { StorefrontsController } from './storefronts.controller.js';
import { StoryController } from './story.controller.js';
import { StatesController } from './states.controller.js';

/** What everybody may do without signing in: read, and begin to shop. */
@Module({
  imports: [OdopModule, CatalogueModule, OrdersModule, GrievancesModule, FulfilmentModule, PolicyModule, StorageModule],
  controllers: [
    StatesController,
    MarketplaceController,
    DistrictsController,
    OdopEntriesController,
    PincodesController,
    GiController,
    InfrastructureController,
    StoryController,
    CategoriesController,
    GuestCartsController,
    FollowedOrdersController,
    FollowedParcelsController,
    GuestComplaintsController,
    SearchController,
    StorefrontsController,
    PublicReviewsController,
    PublicListingsController,
    UploadsController,
  ],
})
export class PublicModule {}
