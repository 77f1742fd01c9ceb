import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { EarlierAct } from '#identity';
import type { Tx } from '#platform/database';

const act = z.object({
  act: z.enum(['raise_demand', 'approve_demand', 'place_order', 'receive', 'accept', 'raise_bill', 'certify_bill']),
  person_id: z.uuid(),
});

@Injectable()
export class PurchaseActsQuery {
  /** Who did what on one purchase so far, over every contract that followed from its demand. @rule S-28 */
  async of(tx: Tx, demandId: string): Promise<EarlierAct[]> {
    const rows = await tx.many(
      act,
      `with demand as (select * from procurement.demand where id = $1),
            contract as (select * from procurement.contract where demand_id = $1),
            acceptance as (select * from procurement.acceptance where contract_id in (select id from contract)),
            bill as (select * from procurement.bill where contract_id in (select id from contract))
       select act, person_id
         from (select 'raise_demand' as act, raised_by as person_id from demand
               union all select 'raise_demand', rewritten_by from demand
               union all select 'approve_demand', approved_by from demand
               union all select 'approve_demand', justified_by from demand
               union all select 'approve_demand', head_approved_by from demand
               union all select 'place_order', ordered_by from contract
               union all select 'receive', received_by from acceptance
               union all select 'accept', judged_by from acceptance
               union all select 'raise_bill', raised_by from bill
               union all select 'certify_bill', certified_by from bill) done
        where person_id is not null`,
      [demandId],
    );
    return rows.map((row) => ({ act: row.act, personId: row.person_id }));
  }
}
