import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Tx } from '#platform/database';
import { DomainError } from '#platform/kernel';
import { HoldMoney } from './hold-money.js';

@Injectable()
export class ExpireHold {
  constructor(
    private readonly work: UnitOfWork,
    private readonly holdMoney: HoldMoney,
  ) {}

  /** Holds whose time is over. */
  due(tx: Tx, limit: number): Promise<string[]> {
    return this.holdMoney.due(tx, limit);
  }

  /** Frees what is held for longer than it was set aside for, and tells whose it was. Called by the clock; who ended it before has ended it. @rule S-2 */
  async run(holdId: string): Promise<void> {
    try {
      await this.work.run((tx) => this.holdMoney.expire(tx, holdId));
    } catch (error) {
      if (!(error instanceof DomainError && error.code === 'hold_resolved')) throw error;
    }
  }
}
