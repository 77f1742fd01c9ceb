import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { Demands, type Demand } from '../data/demands.repository.js';
import { Officers, officerOf } from '../office.js';
import { fail } from '../procurement.errors.js';

@Injectable()
export class LetBlockPass {
  constructor(
    private readonly work: UnitOfWork,
    private readonly demands: Demands,
    private readonly officers: Officers,
  ) {}

  /**
   * The head of department lets a demand be ordered though the office's orders add up above the ceiling of a comparison. The
   * authority has justified it before, and she is another person: two answer for it, and neither orders.
   * @throws demand_not_found · splitting_not_justified · splitting_second_person · acts_not_separate · duties_not_separate ·
   *   illegal_transition
   * @rule S-28
   */
  run(demandId: string, reason: string): Promise<Demand> {
    return this.work.run(async (tx) => {
      const { personId, officeId } = officerOf(tx);
      const demand = await this.demands.lockOf(tx, demandId, officeId);
      await this.officers.assertMay(tx, 'approve_demand', demand.id);
      if (demand.justification === null) throw fail('splitting_not_justified');
      if (demand.justified_by === personId) throw fail('splitting_second_person');
      const approval = { head_reason: reason, head_approved_by: personId };
      return this.demands.move(tx, demand, 'let_pass', approval, reason);
    });
  }
}
