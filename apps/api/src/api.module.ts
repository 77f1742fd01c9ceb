import { Module } from '@nestjs/common';
import { DatabaseModule } from '#platform/database';
import { Authenticator, HttpModule, NobodyAuthenticator } from '#platform/http';
import { HealthController } from './health/health.controller.js';
import { Readiness } from './health/readiness.js';

@Module({
  imports: [DatabaseModule, HttpModule],
  controllers: [HealthController],
  providers: [Readiness, { provide: Authenticator, useClass: NobodyAuthenticator }],
})
export class ApiModule {}
