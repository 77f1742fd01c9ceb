import { Module } from '@nestjs/common';
import { NotificationsModule } from '#notifications';
import { DatabaseModule } from '#platform/database';
import { HttpModule } from '#platform/http';
import { PolicyModule } from '#policy';
import { AdminMessagesController } from './admin/messages.controller.js';
import { AdminPolicyController } from './admin/policy.controller.js';
import { AuthModule } from './auth/auth.module.js';
import { DescriptionModule } from './description/description.module.js';
import { HealthController } from './health/health.controller.js';
import { Readiness } from './health/readiness.js';
import { PublicModule } from './public/public.module.js';
import { PublicPolicyController } from './public/policy.controller.js';
import { PolicyPages } from './public/policy-pages.js';

@Module({
  imports: [DatabaseModule, HttpModule, DescriptionModule, AuthModule, NotificationsModule, PolicyModule, PublicModule],
  controllers: [HealthController, PublicPolicyController, AdminPolicyController, AdminMessagesController],
  providers: [Readiness, PolicyPages],
})
export class ApiModule {}
