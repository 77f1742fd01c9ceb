import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { Messages } from '../data/messages.repository.js';

/** As long as the law keeps logs: who was told what, and when, can be proved for a year. */
const kept_days = 366;
const at_most = 1_000;

@Injectable()
export class PurgeMessages {
  constructor(
    private readonly work: UnitOfWork,
    private readonly messages: Messages,
  ) {}

  /** Forgets old messages, out of inboxes too. Run by a clock, in small bites. @returns messages removed @rule S-66 */
  run(): Promise<number> {
    return this.work.run((tx) => this.messages.deleteOlder(tx, kept_days, at_most));
  }
}
