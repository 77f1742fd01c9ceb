import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { PolicyQuery } from '#policy';
import type { Tx } from '#platform/database';
import { keyset, type PageRequest } from '#platform/http';

const row = z.object({
  id: z.uuid(),
  order_id: z.uuid(),
  seller_id: z.uuid(),
  courier: z.string(),
  awb: z.string(),
  state_since: z.date(),
  alarmed_at: z.date().nullable(),
});
/** A parcel on its way with a carrier of its maker's own; from `decidable_from` on the desk may decide. */
export type DeskParcel = z.infer<typeof row> & { decidable_from: Date };

/** What the desk sees of parcels of which no courier tells us. */
@Injectable()
export class DeskParcelsQuery {
  constructor(private readonly policy: PolicyQuery) {}

  /** Those of orders on their way, the longest planned first. @rule SM-5 */
  async page(tx: Tx, request: PageRequest): Promise<DeskParcel[]> {
    const page = keyset(request, ['id'], 'asc', 1);
    const rows = await tx.many(
      row,
      `select id, cause_id as order_id, seller_id, courier, awb, state_since, alarmed_at from fulfilment.shipment
        where own_carrier and state = 'in_transit' and cause_kind = 'order' ${page.where}
        order by ${page.orderBy} limit ${page.limit}`,
      page.values,
    );
    return rows.map((one) => ({
      ...one,
      decidable_from: this.policy.deadline('shipment.delivery_alarm_days', one.state_since),
    }));
  }
}
