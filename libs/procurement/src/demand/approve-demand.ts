import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { Demands, type Demand } from '../data/demands.repository.js';
import { assertAnotherPerson, officerOf } from '../office.js';
import { fail } from '../procurement.errors.js';
import { BlockFundsJob } from '../procurement.events.js';

@Injectable()
export class ApproveDemand {
  constructor(
    private readonly work: UnitOfWork,
    private readonly demands: Demands,
  ) {}

  /**
   * The competent authority, never the person who raised it, approves; then the money is set aside at the payer's rail.
   * @throws demand_not_found · same_person_twice · illegal_transition
   * @rule  S-28
   */
  run(demandId: string): Promise<Demand> {
    return this.work.run(async (tx) => {
      const { personId, officeId } = officerOf(tx);
      const demand = await this.demands.lock(tx, demandId);
      if (demand.office_id !== officeId) throw fail('demand_not_found');
      assertAnotherPerson(personId, 'approve', { raise: demand.raised_by });
      const funds_attempt = demand.funds_attempt + 1;
      const approved = await this.demands.move(tx, demand, 'approve', {
        approved_by: personId,
        funds_attempt,
        funds_refusal: null,
      });
      tx.enqueue(BlockFundsJob, { demandId, attempt: funds_attempt });
      return approved;
    });
  }
}
