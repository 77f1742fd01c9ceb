import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';

const row = z.object({
  id: z.uuid(),
  cause_kind: z.string(),
  cause_id: z.uuid(),
  seller_id: z.uuid(),
  state: z.string(),
  state_since: z.date(),
  courier: z.string().nullable(),
  awb: z.string().nullable(),
});
/** A parcel that nobody moved in time, and what it is of. */
export type LateParcel = z.infer<typeof row>;

/** Parcels the delivery desk was told about and that are still where they were, the longest first. */
@Injectable()
export class LateParcelsQuery {
  /** On their way out. @rule SM-5 */
  out(tx: Tx, limit: number): Promise<LateParcel[]> {
    return this.of(tx, 'shipment', limit);
  }

  /** On their way back. @rule SM-5 */
  back(tx: Tx, limit: number): Promise<LateParcel[]> {
    return this.of(tx, 'return_parcel', limit);
  }

  private of(tx: Tx, table: 'shipment' | 'return_parcel', limit: number): Promise<LateParcel[]> {
    return tx.many(
      row,
      `select id, cause_kind, cause_id, seller_id, state, state_since, courier, awb from fulfilment.${table}
        where alarmed_at is not null order by state_since, id limit $1`,
      [limit],
    );
  }
}
