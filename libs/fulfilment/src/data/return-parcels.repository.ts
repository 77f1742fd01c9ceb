import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';
import { cause, type Cause } from '#platform/kernel';
import { paiseColumn, type Paise } from '#platform/money';
import { returnParcelStates, type ReturnParcelEvent, type ReturnParcelState } from '../domain/return-parcel.states.js';

const columns = `id, return_id, cause_kind, cause_id, seller_id, sender_id, from_pincode, to_pincode, weight_g, state, bookings,
                 misses, courier, awb, carriage_paise, own_carrier, dispatched_at, delivered_at`;

const row = z
  .object({
    id: z.uuid(),
    return_id: z.uuid(),
    cause_kind: cause.shape.kind,
    cause_id: z.uuid(),
    seller_id: z.uuid(),
    sender_id: z.uuid(),
    from_pincode: z.string(),
    to_pincode: z.string(),
    weight_g: z.number(),
    state: z.enum(returnParcelStates.names as [ReturnParcelState]),
    bookings: z.number(),
    misses: z.number(),
    courier: z.string().nullable(),
    awb: z.string().nullable(),
    carriage_paise: paiseColumn.nullable(),
    own_carrier: z.boolean(),
    dispatched_at: z.date().nullable(),
    delivered_at: z.date().nullable(),
  })
  .transform(({ cause_kind, cause_id, ...rest }) => ({ ...rest, cause: { kind: cause_kind, id: cause_id } as Cause }));
export type ReturnParcel = z.infer<typeof row>;

/** Parcels on their way back to their makers. */
@Injectable()
export class ReturnParcels {
  /** The parcel, its row held; null: none is planned, or it is another's (S-42). */
  lock(tx: Tx, id: string): Promise<ReturnParcel | null> {
    return tx.maybe(row, `select ${columns} from fulfilment.return_parcel where id = $1 for update`, [id]);
  }

  /** That of a request for a return, held. */
  lockOf(tx: Tx, returnId: string): Promise<ReturnParcel | null> {
    return tx.maybe(row, `select ${columns} from fulfilment.return_parcel where return_id = $1 for update`, [returnId]);
  }

  /** The parcel a courier we book knows under this number; never one a shopper sent herself. */
  lockByAwb(tx: Tx, courier: string, awb: string): Promise<ReturnParcel | null> {
    const sql = `select ${columns} from fulfilment.return_parcel
                  where courier = $1 and awb = $2 and not own_carrier for update`;
    return tx.maybe(row, sql, [courier, awb]);
  }

  /** Those of a cause, by their requests. */
  async ofCause(tx: Tx, of: Cause): Promise<Map<string, ReturnParcel>> {
    const sql = `select ${columns} from fulfilment.return_parcel where cause_kind = $1 and cause_id = $2 limit 400`;
    const rows = await tx.many(row, sql, [of.kind, of.id]);
    return new Map(rows.map((one) => [one.return_id, one]));
  }

  /** Who carries it, the number it goes by there, and what we are asked for it. */
  async noteCarrier(
    tx: Tx,
    id: string,
    by: { courier: string; awb: string; own: boolean; carriage_paise: Paise | null },
  ): Promise<void> {
    await tx.run(
      `update fulfilment.return_parcel
          set courier = $2, awb = $3, own_carrier = $4, carriage_paise = $5, misses = 0 where id = $1`,
      [id, by.courier, by.awb, by.own, by.carriage_paise?.toString() ?? null],
    );
  }

  async noteMisses(tx: Tx, id: string, misses: number): Promise<void> {
    await tx.run(`update fulfilment.return_parcel set misses = $2 where id = $1`, [id, misses]);
  }

  /** A courier is asked once more; what the one before called it is forgotten. */
  async noteBooking(tx: Tx, id: string, booking: number): Promise<void> {
    await tx.run(
      `update fulfilment.return_parcel
          set bookings = $2, misses = 0, courier = null, awb = null, carriage_paise = null, own_carrier = false,
              dispatched_at = null where id = $1`,
      [id, booking],
    );
  }

  /** Moves the parcel along its table and writes it down for the auditor. */
  async move(tx: Tx, parcel: ReturnParcel, by: ReturnParcelEvent, reason?: string): Promise<ReturnParcel> {
    const state = returnParcelStates.next(parcel.state, by);
    const leaves = by === 'pick_up' || by === 'send';
    const dispatched_at = leaves ? tx.now : parcel.dispatched_at;
    const delivered_at = by === 'deliver' ? tx.now : parcel.delivered_at;
    await tx.run(
      `update fulfilment.return_parcel set state = $2, dispatched_at = $3, delivered_at = $4 where id = $1`,
      [parcel.id, state, dispatched_at, delivered_at],
    );
    tx.audit({
      action: `fulfilment.return_${by}`,
      object: { kind: 'return_parcel', id: parcel.id },
      before: { state: parcel.state },
      after: { state },
      reason,
    });
    return { ...parcel, state, dispatched_at, delivered_at };
  }
}
