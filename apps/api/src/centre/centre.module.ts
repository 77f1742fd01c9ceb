import { Module } from '@nestjs/common';
import { FulfilmentModule } from '#fulfilment';
import { IdentityModule } from '#identity';
import { OrdersModule } from '#orders';
import { AdminCentresController } from './admin-centres.controller.js';
import { CentreController } from './centre.controller.js';
import { SellerCentresController } from './seller-centres.controller.js';

/** Collection centres, for their keepers, for makers who bring parcels, and for who enters them. */
@Module({
  imports: [FulfilmentModule, OrdersModule, IdentityModule],
  controllers: [CentreController, SellerCentresController, AdminCentresController],
})
export class CentreModule {}
