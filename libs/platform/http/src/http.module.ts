import { Global, Module } from '@nestjs/common';
import { IdempotencyAnswers } from './idempotency/answers.js';
import { IdempotencyInterceptor } from './idempotency/idempotency.interceptor.js';

/** What `configureApi` and the controllers of an application need; wants DatabaseModule beside it. */
@Global()
@Module({
  providers: [IdempotencyAnswers, IdempotencyInterceptor],
  exports: [IdempotencyAnswers, IdempotencyInterceptor],
})
export class HttpModule {}
