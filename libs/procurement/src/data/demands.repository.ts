import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { units } from '#catalogue';
import type { Tx } from '#platform/database';
import { keyset, type PageRequest } from '#platform/http';
import { paiseColumn } from '#platform/money';
import { demandStates, type DemandEvent, type DemandState } from '../demand/demand.states.js';
import { fail } from '../procurement.errors.js';
import { nextRailCheck } from '../rail-checks.js';

const columns = `id, office_id, title, odop_entry_id, quantity, consignee_id, consignee_post_id, to_pincode, delivery_days, estimate_paise, rail,
                 budget_head, goods, comparison_id, state, raised_by, rewritten_by, returned_because, approved_by, funds_attempt, funds_block,
                 funds_refusal, justification, justified_by, head_reason, head_approved_by, version, made_at`;

/** What is compared with what. @rule */
const comparedGoods = z.object({
  category: z.string(),
  unit: z.enum(units),
  parameters: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
});

const demandRow = z.object({
  id: z.uuid(),
  office_id: z.uuid(),
  title: z.string(),
  odop_entry_id: z.uuid().nullable(),
  quantity: z.number(),
  consignee_id: z.uuid(),
  consignee_post_id: z.uuid().nullable(),
  to_pincode: z.string(),
  delivery_days: z.number(),
  estimate_paise: paiseColumn,
  rail: z.enum(['pfms', 'gpa', 'treasury']),
  budget_head: z.string(),
  goods: comparedGoods.nullable(),
  comparison_id: z.uuid().nullable(),
  state: z.enum(demandStates.names as [DemandState]),
  raised_by: z.uuid(),
  rewritten_by: z.uuid().nullable(),
  returned_because: z.string().nullable(),
  approved_by: z.uuid().nullable(),
  funds_attempt: z.number(),
  funds_block: z.string().nullable(),
  funds_refusal: z.string().nullable(),
  justification: z.string().nullable(),
  justified_by: z.uuid().nullable(),
  head_reason: z.string().nullable(),
  head_approved_by: z.uuid().nullable(),
  version: z.number(),
  made_at: z.date(),
});
export type Demand = z.infer<typeof demandRow>;

type Written = Pick<
  Demand,
  | 'rewritten_by'
  | 'returned_because'
  | 'approved_by'
  | 'funds_attempt'
  | 'funds_block'
  | 'funds_refusal'
  | 'justification'
  | 'justified_by'
  | 'head_reason'
  | 'head_approved_by'
  | 'comparison_id'
>;

@Injectable()
export class Demands {
  /** The demand, its row held; another office's is not there (S-42). @throws demand_not_found */
  async lock(tx: Tx, id: string): Promise<Demand> {
    const found = await tx.maybe(demandRow, `select ${columns} from procurement.demand where id = $1 for update`, [id]);
    if (!found) throw fail('demand_not_found');
    return found;
  }

  /** The same for an officer: another office's is not there. @throws demand_not_found @rule S-42 */
  async lockOf(tx: Tx, id: string, officeId: string): Promise<Demand> {
    const demand = await this.lock(tx, id);
    if (demand.office_id !== officeId) throw fail('demand_not_found');
    return demand;
  }

  async find(tx: Tx, id: string): Promise<Demand> {
    const found = await tx.maybe(demandRow, `select ${columns} from procurement.demand where id = $1`, [id]);
    if (!found) throw fail('demand_not_found');
    return found;
  }

  /** The office's demands, newest first. */
  page(tx: Tx, officeId: string, request: PageRequest): Promise<Demand[]> {
    const page = keyset(request, ['id'], 'desc', 2);
    const sql = `select ${columns} from procurement.demand
                  where office_id = $1 ${page.where} order by ${page.orderBy} limit ${page.limit}`;
    return tx.many(demandRow, sql, [officeId, ...page.values]);
  }

  /** Moves the demand along SM-7, with what the step writes beside the state. */
  async move(tx: Tx, demand: Demand, by: DemandEvent, also: Partial<Written> = {}, reason?: string): Promise<Demand> {
    const moved = { ...demand, ...also, state: demandStates.next(demand.state, by), version: demand.version + 1 };
    await tx.run(
      `update procurement.demand
          set state = $2, version = $3, approved_by = $4, funds_attempt = $5, funds_block = $6, funds_refusal = $7,
              rewritten_by = $8, returned_because = $9, justification = $10, justified_by = $11, check_at = $12,
              comparison_id = $13, head_reason = $14, head_approved_by = $15
        where id = $1`,
      [
        demand.id,
        moved.state,
        moved.version,
        moved.approved_by,
        moved.funds_attempt,
        moved.funds_block,
        moved.funds_refusal,
        moved.rewritten_by,
        moved.returned_because,
        moved.justification,
        moved.justified_by,
        moved.state === 'funds_pending' ? nextRailCheck(tx.now) : null,
        moved.comparison_id,
        moved.head_reason,
        moved.head_approved_by,
      ],
    );
    tx.audit({
      action: `procurement.demand.${by}`,
      object: { kind: 'demand', id: demand.id },
      before: { state: demand.state },
      after: { state: moved.state },
      reason,
    });
    return moved;
  }
}
