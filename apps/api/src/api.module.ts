import { Module } from '@nestjs/common';
import { NotificationsModule } from '#notifications';
import { DatabaseModule } from '#platform/database';
import { HttpModule } from '#platform/http';
import { QueueModule } from '#platform/queue';
import { PolicyModule } from '#policy';
import { AdminJobsController } from './admin/jobs.controller.js';
import { AdminMessagesController } from './admin/messages.controller.js';
import { AdminModule } from './admin/admin.module.js';
import { AdminPolicyController } from './admin/policy.controller.js';
import { AuthModule } from './auth/auth.module.js';
import { BuyerModule } from './buyer/buyer.module.js';
import { CentreModule } from './centre/centre.module.js';
import { DescriptionModule } from './description/description.module.js';
import { PublicModule } from './public/public.module.js';
import { PublicPolicyController } from './public/policy.controller.js';
import { SellerModule } from './seller/seller.module.js';
import { PolicyPages } from './public/policy-pages.js';
import { ServiceModule } from './service.module.js';
import { FeedsModule } from './feeds/feeds.module.js';
import { GovernmentModule } from './government/government.module.js';
import { SellerSalesModule } from './seller/seller-sales.module.js';
import { WebhooksModule } from './webhooks/webhooks.module.js';

@Module({
  imports: [
    DatabaseModule,
    HttpModule,
    ServiceModule,
    DescriptionModule,
    AuthModule,
    NotificationsModule,
    PolicyModule,
    PublicModule,
    FeedsModule,
    BuyerModule,
    SellerSalesModule,
    CentreModule,
    GovernmentModule,
    WebhooksModule,
    QueueModule,
    SellerModule,
    AdminModule,
  ],
  controllers: [PublicPolicyController, AdminPolicyController, AdminMessagesController, AdminJobsController],
  providers: [PolicyPages],
})
export class ApiModule {}
