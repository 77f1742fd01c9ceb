import { Module } from '@nestjs/common';
import { FulfilmentModule } from '#fulfilment';
import { PaymentsModule } from '#payments';
import { CourierController } from './courier.controller.js';
import { PaymentGatewayController } from './payment-gateway.controller.js';

/** News from companies outside, believed by its signature. */
@Module({
  imports: [PaymentsModule, FulfilmentModule],
  controllers: [PaymentGatewayController, CourierController],
})
export class WebhooksModule {}
