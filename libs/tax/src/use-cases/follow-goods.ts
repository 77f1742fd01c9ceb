import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import type { Cause } from '#platform/kernel';
import { EWayBills } from '../data/eway-bills.repository.js';

@Injectable()
export class FollowGoods {
  constructor(
    private readonly work: UnitOfWork,
    private readonly bills: EWayBills,
  ) {}

  /** Goods of a cause have left: their e-way bill runs from now on. Said again it does nothing. @rule */
  left(cause: Cause, at: Date): Promise<void> {
    return this.work.run((tx) => this.bills.leave(tx, cause, at));
  }

  /** They have arrived, came back or are lost: it may run out. @rule */
  ended(cause: Cause): Promise<void> {
    return this.work.run((tx) => this.bills.end(tx, cause));
  }
}
