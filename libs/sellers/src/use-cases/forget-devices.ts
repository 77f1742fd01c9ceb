import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { daysAfter } from '#platform/time';
import { Duplicates } from '../data/duplicates.repository.js';
import { deviceKept_days } from '../domain/duplicate.js';

@Injectable()
export class ForgetDevices {
  constructor(
    private readonly work: UnitOfWork,
    private readonly duplicates: Duplicates,
  ) {}

  /** From which device an application came is kept for as long as a second one is likely. Run by a clock, in bites. @rule S-66 */
  run(): Promise<number> {
    return this.work.run((tx) => this.duplicates.forgetDevices(tx, daysAfter(tx.now, -deviceKept_days)));
  }
}
