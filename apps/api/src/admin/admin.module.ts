import { Module } from '@nestjs/common';
import { CatalogueModule } from '#catalogue';
import { SellersModule } from '#sellers';
import { AdminListingsController } from './listings.controller.js';
import { AdminSellersController } from './sellers.controller.js';

/** The desks of nodal officers. */
@Module({ imports: [SellersModule, CatalogueModule], controllers: [AdminSellersController, AdminListingsController] })
export class AdminModule {}
