import { Global, Module } from '@nestjs/common';
import { Pages } from './answers/pages.js';
import { IdempotencyAnswers } from './idempotency/answers.js';
import { IdempotencyInterceptor } from './idempotency/idempotency.interceptor.js';

/** What `configureApi` and the controllers of an application need; wants DatabaseModule beside it. */
@Global()
@Module({
  providers: [IdempotencyAnswers, IdempotencyInterceptor, Pages],
  exports: [IdempotencyAnswers, IdempotencyInterceptor, Pages],
})
export class HttpModule {}
