import { Module } from '@nestjs/common';
import { FulfilmentModule } from '#fulfilment';
import { NotificationsModule } from '#notifications';
import { PaymentsModule } from '#payments';
import { CourierController } from './courier.controller.js';
import { MessageReceiptsController } from './messages.controller.js';
import { PaymentGatewayController } from './payment-gateway.controller.js';
import { RepliesController } from './replies.controller.js';

/** News from companies outside, believed by its signature. */
@Module({
  imports: [PaymentsModule, FulfilmentModule, NotificationsModule],
  controllers: [PaymentGatewayController, CourierController, MessageReceiptsController, RepliesController],
})
export class WebhooksModule {}
