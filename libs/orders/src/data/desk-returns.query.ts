import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { PolicyQuery } from '#policy';
import type { Tx } from '#platform/database';
import { keyset, type PageRequest } from '#platform/http';
import { returnReasons } from '../domain/return-request.js';

/** States of an order in which the desk may have to decide about its return. */
export const deskReturnStates = ['return_in_transit', 'return_delivered'] as const;

const row = z.object({
  id: z.uuid(),
  order_id: z.uuid(),
  number: z.string(),
  state: z.enum(deskReturnStates),
  state_since: z.date(),
  alarmed_at: z.date().nullable(),
  reason: z.enum(returnReasons),
  seller_id: z.uuid(),
  asked_at: z.date(),
});
/** A return under way; from `decidable_from` on the desk may decide. */
export type DeskReturn = z.infer<typeof row> & { decidable_from: Date };

/** What the payments desk sees of returns under way. */
@Injectable()
export class DeskReturnsQuery {
  constructor(private readonly policy: PolicyQuery) {}

  /** Those in a state, the longest asked first. @rule SM-4 */
  async page(tx: Tx, state: DeskReturn['state'], request: PageRequest): Promise<DeskReturn[]> {
    const page = keyset(request, ['r.id'], 'asc', 2);
    const rows = await tx.many(
      row,
      `select r.id, r.order_id, o.number, o.state, o.state_since, o.alarmed_at, r.reason, r.seller_id, r.asked_at
         from orders.return_request r join orders."order" o on o.id = r.order_id
        where o.state = $1 and r.status = 'approved' ${page.where} order by ${page.orderBy} limit ${page.limit}`,
      [state, ...page.values],
    );
    return rows.map((one) => ({ ...one, decidable_from: this.from(one) }));
  }

  /** What lies with its maker the desk may decide at once. */
  private from({ state, state_since }: z.infer<typeof row>): Date {
    return state === 'return_delivered' ? state_since : this.policy.deadline('retail.return_transit_days', state_since);
  }
}
