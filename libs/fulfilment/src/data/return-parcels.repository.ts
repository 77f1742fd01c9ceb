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

const bookingRow = z.object({
  parcel_id: z.uuid(),
  booking: z.number(),
  courier: z.string(),
  awb: z.string(),
  carriage_paise: paiseColumn.nullable(),
});
/** A parcel by the number of a booking of it. */
export type EarlierBooking = z.infer<typeof bookingRow> & { parcel: ReturnParcel };

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

  /** That of which another courier, or the same once more, was asked before and knows it under this number. */
  async lockByEarlierAwb(tx: Tx, courier: string, awb: string): Promise<EarlierBooking | null> {
    const sql = `select parcel_id, booking, courier, awb, carriage_paise from fulfilment.pickup_booking
                  where courier = $1 and awb = $2`;
    const found = await tx.maybe(bookingRow, sql, [courier, awb]);
    const parcel = found && (await this.lock(tx, found.parcel_id));
    return parcel ? { ...found, parcel } : null;
  }

  /** A courier is asked, for the so-many-th time; one before may have said no to that. */
  async noteAsked(tx: Tx, id: string, booking: number, courier: string): Promise<void> {
    await tx.run(
      `insert into fulfilment.pickup_booking (parcel_id, booking, courier, asked_at) values ($1, $2, $3, $4)
       on conflict (parcel_id, booking) do update set courier = excluded.courier where pickup_booking.awb is null`,
      [id, booking, courier, tx.now],
    );
  }

  /** It said yes. */
  async noteBooked(tx: Tx, id: string, booking: number, by: { awb: string; carriage_paise: Paise | null }) {
    const sql = `update fulfilment.pickup_booking set awb = $3, carriage_paise = $4 where parcel_id = $1 and booking = $2`;
    await tx.run(sql, [id, booking, by.awb, by.carriage_paise?.toString() ?? null]);
  }

  /** The courier that was asked and of which no answer was ever written down; null: there is none. */
  async unheard(tx: Tx, id: string, booking: number): Promise<string | null> {
    const sql = `select courier from fulfilment.pickup_booking where parcel_id = $1 and booking = $2 and awb is null`;
    return (await tx.maybe(z.object({ courier: z.string() }), sql, [id, booking]))?.courier ?? null;
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

  /** A courier is asked once more, and the desk hears once more when nothing comes of it; earlier numbers stay with their bookings. */
  async noteBooking(tx: Tx, id: string, booking: number): Promise<void> {
    await tx.run(
      `update fulfilment.return_parcel
          set bookings = $2, misses = 0, courier = null, awb = null, carriage_paise = null, own_carrier = false,
              dispatched_at = null, state_since = $3, alarmed_at = null where id = $1`,
      [id, booking, tx.now],
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
