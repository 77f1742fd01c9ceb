import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { Demands, type Demand } from '../data/demands.repository.js';
import { Officers, officerOf } from '../office.js';

@Injectable()
export class ReturnDemand {
  constructor(
    private readonly work: UnitOfWork,
    private readonly demands: Demands,
    private readonly officers: Officers,
  ) {}

  /**
   * The competent authority does not approve, and says why: the buyer may write the demand anew or withdraw it.
   * @throws demand_not_found · acts_not_separate · duties_not_separate · illegal_transition
   * @rule SM-7
   */
  run(demandId: string, reason: string): Promise<Demand> {
    return this.work.run(async (tx) => {
      const { officeId } = officerOf(tx);
      const demand = await this.demands.lockOf(tx, demandId, officeId);
      await this.officers.assertMay(tx, 'approve_demand', demand.id);
      return this.demands.move(tx, demand, 'return', { returned_because: reason }, reason);
    });
  }
}
