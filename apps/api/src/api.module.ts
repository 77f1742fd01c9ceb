import { Module } from '@nestjs/common';
import { DatabaseModule } from '#platform/database';
import { HttpModule } from '#platform/http';
import { AuthModule } from './auth/auth.module.js';
import { HealthController } from './health/health.controller.js';
import { Readiness } from './health/readiness.js';

@Module({
  imports: [DatabaseModule, HttpModule, AuthModule],
  controllers: [HealthController],
  providers: [Readiness],
})
export class ApiModule {}
