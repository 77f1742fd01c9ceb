import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';
import { acceptanceStates, type AcceptanceState } from '../acceptance/acceptance.states.js';
import { fail } from '../procurement.errors.js';

const columns = `shipment_id, contract_id, office_id, seller_id, consignee_id, consignee_post_id, state, ordered, accepted, rejected, short, reason,
                 delivered_at, received_at, judged_at, due_at, remind_at`;

const acceptanceRow = z.object({
  shipment_id: z.uuid(),
  contract_id: z.uuid(),
  office_id: z.uuid(),
  seller_id: z.uuid(),
  consignee_id: z.uuid(),
  consignee_post_id: z.uuid().nullable(),
  state: z.enum(acceptanceStates.names as [AcceptanceState]),
  ordered: z.number(),
  accepted: z.number().nullable(),
  rejected: z.number().nullable(),
  short: z.number().nullable(),
  reason: z.string().nullable(),
  delivered_at: z.date(),
  received_at: z.date().nullable(),
  judged_at: z.date().nullable(),
  due_at: z.date().nullable(),
  /** When the office is next reminded of what it owes: certificate or payment. */
  remind_at: z.date().nullable(),
});
export type Acceptance = z.infer<typeof acceptanceRow>;

@Injectable()
export class Acceptances {
  /** The delivery, its row held. @throws delivery_not_found */
  async lock(tx: Tx, shipmentId: string): Promise<Acceptance> {
    const sql = `select ${columns} from procurement.acceptance where shipment_id = $1 for update`;
    const found = await tx.maybe(acceptanceRow, sql, [shipmentId]);
    if (!found) throw fail('delivery_not_found');
    return found;
  }

  ofContract(tx: Tx, contractId: string): Promise<Acceptance | null> {
    return tx.maybe(acceptanceRow, `select ${columns} from procurement.acceptance where contract_id = $1`, [
      contractId,
    ]);
  }

  /** When a wait for the office is looked at again; null: there is none. */
  async lookAgain(tx: Tx, shipmentId: string, at: Date | null): Promise<void> {
    await tx.run(`update procurement.acceptance set remind_at = $2 where shipment_id = $1`, [shipmentId, at]);
  }

  async write(
    tx: Tx,
    row: Acceptance,
    to: Partial<Acceptance> & { state: AcceptanceState },
    who: { received_by?: string | null; judged_by?: string | null } = {},
  ): Promise<Acceptance> {
    const next = { ...row, ...to };
    await tx.run(
      `update procurement.acceptance
          set state = $2, accepted = $3, rejected = $4, short = $5, reason = $6, received_at = $7, judged_at = $8, due_at = $9,
              received_by = coalesce($10, received_by), judged_by = coalesce($11, judged_by), remind_at = $12
        where shipment_id = $1`,
      [
        row.shipment_id,
        next.state,
        next.accepted,
        next.rejected,
        next.short,
        next.reason,
        next.received_at,
        next.judged_at,
        next.due_at,
        who.received_by ?? null,
        who.judged_by ?? null,
        next.remind_at,
      ],
    );
    tx.audit({
      action: `procurement.delivery.${next.state}`,
      object: { kind: 'shipment', id: row.shipment_id },
      before: { state: row.state },
      after: { state: next.state, accepted: next.accepted, rejected: next.rejected, short: next.short },
      reason: next.reason ?? undefined,
    });
    return next;
  }
}
