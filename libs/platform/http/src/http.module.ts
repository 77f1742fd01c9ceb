import { Global, Module } from '@nestjs/common';
import { Pages } from './answers/pages.js';
import { Draining } from './edge/draining.js';
import { RateLimits } from './limits/rate-limits.js';
import { ApiDescription } from './openapi/api-description.js';
import { PathObjects } from './path-objects.js';
import { OneEffect } from './idempotency/one-effect.js';
import { KeptRowsModule } from './kept-rows.module.js';

/** What `configureApi` and the controllers of an application need; wants DatabaseModule beside it. */
@Global()
@Module({
  imports: [KeptRowsModule],
  providers: [OneEffect, PathObjects, Pages, ApiDescription, RateLimits, Draining],
  exports: [KeptRowsModule, OneEffect, PathObjects, Pages, ApiDescription, RateLimits, Draining],
})
export class HttpModule {}
