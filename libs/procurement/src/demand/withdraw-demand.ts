import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { Demands, type Demand } from '../data/demands.repository.js';
import { Officers, officerOf } from '../office.js';

@Injectable()
export class WithdrawDemand {
  constructor(
    private readonly work: UnitOfWork,
    private readonly demands: Demands,
    private readonly officers: Officers,
  ) {}

  /**
   * The office needs it no more: possible before a contract. What the payer's rail has set aside stays with the budget
   * head, which its own department may change.
   * @throws demand_not_found · duties_not_separate · illegal_transition
   * @rule SM-7
   */
  run(demandId: string, reason: string): Promise<Demand> {
    return this.work.run(async (tx) => {
      const { officeId } = officerOf(tx);
      const demand = await this.demands.lockOf(tx, demandId, officeId);
      await this.officers.assertMay(tx, 'raise_demand', demand.id);
      return this.demands.move(tx, demand, 'withdraw', {}, reason);
    });
  }
}
