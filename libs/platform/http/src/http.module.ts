import { Global, Module } from '@nestjs/common';
import { Pages } from './answers/pages.js';
import { Draining } from './edge/draining.js';
import { RateLimits } from './limits/rate-limits.js';
import { ApiDescription } from './openapi/api-description.js';
import { PathObjects } from './path-objects.js';
import { EventStreams } from './streams/event-streams.js';
import { OneEffect } from './idempotency/one-effect.js';
import { KeptRowsModule } from './kept-rows.module.js';

/** What `configureApi` and the controllers of an application need; wants DatabaseModule beside it. */
@Global()
@Module({
  imports: [KeptRowsModule],
  providers: [OneEffect, PathObjects, Pages, ApiDescription, RateLimits, Draining, EventStreams],
  exports: [KeptRowsModule, OneEffect, PathObjects, Pages, ApiDescription, RateLimits, Draining, EventStreams],
})
export class HttpModule {}
