import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { Messages } from '../data/messages.repository.js';

@Injectable()
export class ForgetReader {
  constructor(
    private readonly work: UnitOfWork,
    private readonly messages: Messages,
  ) {}

  /** A person was erased: sealed texts opened no more with her key; the ends of her addresses go too. @rule S-66 */
  run(personId: string): Promise<void> {
    return this.work.run((tx) => this.messages.forget(tx, personId));
  }
}
