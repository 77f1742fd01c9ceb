import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { Demands, type Demand } from '../data/demands.repository.js';
import { Officers, officerOf } from '../office.js';
import { BlockFundsJob } from '../procurement.events.js';

@Injectable()
export class ApproveDemand {
  constructor(
    private readonly work: UnitOfWork,
    private readonly demands: Demands,
    private readonly officers: Officers,
  ) {}

  /**
   * The competent authority, never the person who raised it, approves; then the money is set aside at the payer's rail.
   * @throws demand_not_found · acts_not_separate · duties_not_separate · illegal_transition
   * @rule  S-28
   */
  run(demandId: string): Promise<Demand> {
    return this.work.run(async (tx) => {
      const { personId, officeId } = officerOf(tx);
      const demand = await this.demands.lockOf(tx, demandId, officeId);
      await this.officers.assertMay(tx, 'approve_demand', demand.id);
      const funds_attempt = demand.funds_attempt + 1;
      const approved = await this.demands.move(tx, demand, 'approve', {
        approved_by: personId,
        funds_attempt,
        funds_refusal: null,
        returned_because: null,
      });
      tx.enqueue(BlockFundsJob, { demandId, attempt: funds_attempt, check: 0 });
      return approved;
    });
  }
}
