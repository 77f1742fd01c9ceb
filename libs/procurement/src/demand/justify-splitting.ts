import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { Demands, type Demand } from '../data/demands.repository.js';
import { Officers, officerOf } from '../office.js';

@Injectable()
export class JustifySplitting {
  constructor(
    private readonly work: UnitOfWork,
    private readonly demands: Demands,
    private readonly officers: Officers,
  ) {}

  /**
   * The competent authority writes why an approved demand is no part of a bigger purchase, so that it may be ordered
   * directly though the office's orders add up above the ceiling. The buyer cannot excuse herself. What the head of department
   * approved of earlier words is void.
   * @throws demand_not_found · acts_not_separate · duties_not_separate · illegal_transition
   * @rule S-28
   */
  run(demandId: string, justification: string): Promise<Demand> {
    return this.work.run(async (tx) => {
      const { personId, officeId } = officerOf(tx);
      const demand = await this.demands.lockOf(tx, demandId, officeId);
      await this.officers.assertMay(tx, 'approve_demand', demand.id);
      return this.demands.move(
        tx,
        demand,
        'justify',
        { justification, justified_by: personId, head_reason: null, head_approved_by: null },
        justification,
      );
    });
  }
}
