import { Global, Module } from '@nestjs/common';
import { CryptoModule } from '#platform/crypto';
import { Pages } from './answers/pages.js';
import { Draining } from './edge/draining.js';
import { IdempotencyAnswers } from './idempotency/answers.js';
import { RateLimits } from './limits/rate-limits.js';
import { Operations } from './operations/operations.js';
import { ApiDescription } from './openapi/api-description.js';
import { EdgeInterceptor } from './edge.interceptor.js';
import { OneEffect } from './idempotency/one-effect.js';

/** What `configureApi` and the controllers of an application need; wants DatabaseModule beside it. */
@Global()
@Module({
  imports: [CryptoModule],
  providers: [IdempotencyAnswers, OneEffect, EdgeInterceptor, Pages, ApiDescription, RateLimits, Operations, Draining],
  exports: [IdempotencyAnswers, OneEffect, EdgeInterceptor, Pages, ApiDescription, RateLimits, Operations, Draining],
})
export class HttpModule {}
