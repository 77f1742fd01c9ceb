import { Module } from '@nestjs/common';
import { CryptoModule } from '#platform/crypto';
import { IdempotencyAnswers } from './idempotency/answers.js';
import { Operations } from './operations/operations.js';

/** What requests leave behind as rows, without the HTTP around it: the worker moves operations on and forgets both in time. */
@Module({
  imports: [CryptoModule],
  providers: [IdempotencyAnswers, Operations],
  exports: [IdempotencyAnswers, Operations],
})
export class KeptRowsModule {}
