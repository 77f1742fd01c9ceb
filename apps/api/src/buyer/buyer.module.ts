import { Module } from '@nestjs/common';
import { OrdersModule } from '#orders';
import { PaymentsModule } from '#payments';
import { CartsController } from './carts.controller.js';
import { CheckoutsController } from './checkouts.controller.js';
import { BuyerOrdersController } from './orders.controller.js';

/** What shoppers do. */
@Module({
  imports: [OrdersModule, PaymentsModule],
  controllers: [CartsController, BuyerOrdersController, CheckoutsController],
})
export class BuyerModule {}
