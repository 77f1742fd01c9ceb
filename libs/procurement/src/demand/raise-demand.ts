import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Tx } from '#platform/database';
import { newId } from '#platform/kernel';
import type { Paise } from '#platform/money';
import { Consignees } from '../acceptance/consignees.js';
import { DemandEntity } from '../data/procurement.entity.js';
import { Demands, type Demand } from '../data/demands.repository.js';
import { Officers, officerOf } from '../office.js';
import type { Rail } from '../ports/funds.js';
import { demandStates } from './demand.states.js';

export interface NewDemand {
  title: string;
  odopEntryId: string | null;
  quantity: number;
  consigneeId: string;
  toPincode: string;
  deliveryDays: number;
  /** All-inclusive, paise. */
  estimate_paise: Paise;
  rail: Rail;
  budgetHead: string;
}

@Injectable()
export class RaiseDemand {
  constructor(
    private readonly work: UnitOfWork,
    private readonly demands: Demands,
    private readonly officers: Officers,
    private readonly consignees: Consignees,
  ) {}

  /**
   * Writes down what the office needs, for whom and at what estimate, and asks for approval.
   * @throws acts_without_office · duties_not_separate · consignee_without_role
   * @rule  SM-7
   */
  run(wanted: NewDemand): Promise<Demand> {
    return this.work.run(async (tx) => {
      const { personId, officeId } = officerOf(tx);
      await this.officers.assertMay(tx, 'raise_demand', null);
      const id = newId();
      await tx.insert(DemandEntity, {
        id,
        office_id: officeId,
        ...(await this.words(tx, wanted, officeId)),
        state: demandStates.initial,
        raised_by: personId,
        rewritten_by: null,
        returned_because: null,
        approved_by: null,
        funds_attempt: 0,
        funds_block: null,
        funds_refusal: null,
        justification: null,
        justified_by: null,
        check_at: null,
        version: 1,
        made_at: tx.now,
      });
      return this.demands.move(tx, await this.demands.lock(tx, id), 'submit');
    });
  }

  /**
   * A demand that came back is written anew and submitted again.
   * @throws acts_without_office · demand_not_found · duties_not_separate · consignee_without_role · illegal_transition
   * @rule  SM-7
   */
  again(demandId: string, wanted: NewDemand): Promise<Demand> {
    return this.work.run(async (tx) => {
      const { personId, officeId } = officerOf(tx);
      const demand = await this.demands.lockOf(tx, demandId, officeId);
      await this.officers.assertMay(tx, 'raise_demand', demand.id);
      const submitted = await this.demands.move(tx, demand, 'submit', { rewritten_by: personId });
      const words = await this.words(tx, wanted, officeId);
      await tx.manager.update(DemandEntity, { id: demandId }, words);
      return { ...submitted, ...words, estimate_paise: wanted.estimate_paise };
    });
  }

  private async words(tx: Tx, wanted: NewDemand, officeId: string) {
    const { consignee_id, consignee_post_id } = await this.consignees.name(tx, wanted.consigneeId, officeId);
    return {
      title: wanted.title,
      odop_entry_id: wanted.odopEntryId,
      quantity: wanted.quantity,
      consignee_id,
      consignee_post_id,
      to_pincode: wanted.toPincode,
      delivery_days: wanted.deliveryDays,
      estimate_paise: wanted.estimate_paise.toString(),
      rail: wanted.rail,
      budget_head: wanted.budgetHead,
    };
  }
}
