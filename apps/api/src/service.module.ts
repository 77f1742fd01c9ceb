import { Module } from '@nestjs/common';
import { isProduction } from '#platform/config';
import { ClockController } from './admin/clock.controller.js';
import { HealthController } from './health/health.controller.js';
import { Readiness } from './health/readiness.js';
import { OperationsController } from './operations/operations.controller.js';

/** What only a demo, training or test installation has. */
const demoControllers = isProduction() ? [] : [ClockController];

/** What every service has whatever it is for: health, long work, and a clock where it may be moved. */
@Module({
  controllers: [HealthController, OperationsController, ...demoControllers],
  providers: [Readiness],
})
export class ServiceModule {}
