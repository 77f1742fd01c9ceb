import { Module } from '@nestjs/common';
import { FulfilmentModule } from '#fulfilment';
import { OrdersModule } from '#orders';
import { ProcurementModule } from '#procurement';
import { SellerContractsController } from './contracts.controller.js';
import { SellerOrdersController } from './orders.controller.js';

/** What makers do with what they sold: orders of the shop, contracts of offices. */
@Module({
  imports: [OrdersModule, ProcurementModule, FulfilmentModule],
  controllers: [SellerOrdersController, SellerContractsController],
})
export class SellerSalesModule {}
