import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';
import { cause, type Cause } from '#platform/kernel';
import { paiseColumn, type Paise } from '#platform/money';
import { deliveryProofs, type DeliveryProof } from '../domain/delivery-code.js';
import { fail } from '../domain/shipment.errors.js';
import { trackingKinds, type TrackingKind } from '../domain/tracking.js';
import { shipmentStates, type ShipmentEvent, type ShipmentState } from '../domain/shipment.states.js';

const columns = `id, cause_kind, cause_id, seller_id, receiver_id, from_pincode, to_pincode, weight_g, cash_paise, state, courier, awb,
                 carriage_paise, own_carrier, held_why, holds, made_at, dispatched_at, delivered_at, delivery_proof, code_tries,
                 code_tried_at, attempts, asked_courier, unserved_at, state_since`;

const row = z
  .object({
    id: z.uuid(),
    cause_kind: cause.shape.kind,
    cause_id: z.uuid(),
    seller_id: z.uuid(),
    receiver_id: z.uuid(),
    from_pincode: z.string(),
    to_pincode: z.string(),
    weight_g: z.number(),
    cash_paise: paiseColumn,
    state: z.enum(shipmentStates.names as [ShipmentState]),
    courier: z.string().nullable(),
    awb: z.string().nullable(),
    carriage_paise: paiseColumn.nullable(),
    own_carrier: z.boolean(),
    held_why: z.enum(['dispute']).nullable(),
    holds: z.number(),
    made_at: z.date(),
    dispatched_at: z.date().nullable(),
    delivered_at: z.date().nullable(),
    delivery_proof: z.enum(deliveryProofs).nullable(),
    code_tries: z.number(),
    code_tried_at: z.date().nullable(),
    attempts: z.number(),
    asked_courier: z.string().nullable(),
    unserved_at: z.date().nullable(),
    state_since: z.date(),
  })
  .transform(({ cause_kind, cause_id, ...rest }) => ({ ...rest, cause: { kind: cause_kind, id: cause_id } as Cause }));
export type Shipment = z.infer<typeof row>;

const trackedRow = z.object({
  kind: z.enum(trackingKinds),
  at: z.date(),
  proof: z.enum(['code', 'signature']).nullable(),
});
/** A piece of tracking news that was kept. */
export type Tracked = z.infer<typeof trackedRow>;

@Injectable()
export class Shipments {
  /** The shipment, its row held; another's is not there (S-42). @throws shipment_not_found */
  async lock(tx: Tx, id: string): Promise<Shipment> {
    const found = await tx.maybe(row, `select ${columns} from fulfilment.shipment where id = $1 for update`, [id]);
    if (!found) throw fail('shipment_not_found');
    return found;
  }

  /** The same, not held. @throws shipment_not_found */
  async byId(tx: Tx, id: string): Promise<Shipment> {
    const found = await tx.maybe(row, `select ${columns} from fulfilment.shipment where id = $1`, [id]);
    if (!found) throw fail('shipment_not_found');
    return found;
  }

  /** The parcel a courier we book knows under this number; never one a maker sent herself. */
  async lockByAwb(tx: Tx, courier: string, awb: string): Promise<Shipment | null> {
    const sql = `select ${columns} from fulfilment.shipment
                  where courier = $1 and awb = $2 and not own_carrier for update`;
    return tx.maybe(row, sql, [courier, awb]);
  }

  /** Who carries it, the number it goes by there, and what we are asked for it. */
  async noteCarrier(
    tx: Tx,
    id: string,
    by: { courier: string; awb: string; own: boolean; carriage_paise: Paise | null },
  ): Promise<void> {
    const sql = `update fulfilment.shipment set courier = $2, awb = $3, own_carrier = $4, carriage_paise = $5 where id = $1`;
    await tx.run(sql, [id, by.courier, by.awb, by.own, by.carriage_paise?.toString() ?? null]);
  }

  /** A courier is asked to fetch it, from now on perhaps with success; null: each of them has said no. */
  async noteAsked(tx: Tx, id: string, courier: string | null): Promise<void> {
    await tx.run(
      `update fulfilment.shipment
          set asked_courier = $2, asked_at = coalesce(asked_at, $3), 
              unserved_at = coalesce(unserved_at, case when $2::text is null then $3::timestamptz end)
        where id = $1`,
      [id, courier, tx.now],
    );
  }

  /** What a courier has told of a number so far, in the order in which it happened. */
  async toldOf(tx: Tx, courier: string, awb: string): Promise<TrackingKind[]> {
    const rows = await tx.many(
      z.object({ kind: z.enum(trackingKinds) }),
      `select kind from fulfilment.tracking_notice where courier = $1 and awb = $2 and kind is not null order by at`,
      [courier, awb],
    );
    return rows.map(({ kind }) => kind);
  }

  /** Everything a courier told of a parcel, in the order in which it happened. */
  tracked(tx: Tx, courier: string, awb: string): Promise<Tracked[]> {
    return tx.many(
      trackedRow,
      `select kind, at, proof from fulfilment.tracking_notice
        where courier = $1 and awb = $2 and kind is not null order by at limit 200`,
      [courier, awb],
    );
  }

  async noteProof(tx: Tx, id: string, proof: DeliveryProof): Promise<void> {
    await tx.run(`update fulfilment.shipment set delivery_proof = $2 where id = $1`, [id, proof]);
  }

  /** A wrong delivery code, the so-many-th of the day. */
  async noteTry(tx: Tx, id: string, tries: number): Promise<void> {
    const sql = `update fulfilment.shipment set code_tries = $2, code_tried_at = $3 where id = $1`;
    await tx.run(sql, [id, tries, tx.now]);
  }

  /** The courier came in vain, the so-many-th time. */
  async noteAttempt(tx: Tx, id: string, attempts: number): Promise<void> {
    await tx.run(`update fulfilment.shipment set attempts = $2 where id = $1`, [id, attempts]);
  }

  /** A parcel that has not left is told to wait, or that it may go. */
  async noteHold(tx: Tx, id: string, why: Shipment['held_why']): Promise<void> {
    const sql = `update fulfilment.shipment set held_why = $2, holds = holds + $3 where id = $1`;
    await tx.run(sql, [id, why, why === null ? 0 : 1]);
  }

  /** The shipment of a cause, if one is planned. */
  ofCause(tx: Tx, of: Cause): Promise<Shipment | null> {
    return tx.maybe(row, `select ${columns} from fulfilment.shipment where cause_kind = $1 and cause_id = $2`, [
      of.kind,
      of.id,
    ]);
  }

  /** What parcels a courier has were for, by its numbers. */
  async causesOf(tx: Tx, courier: string, awbs: readonly string[]): Promise<Map<string, Cause>> {
    const rows = await tx.many(
      z.object({ awb: z.string(), cause_kind: cause.shape.kind, cause_id: z.uuid() }),
      `select awb, cause_kind, cause_id from fulfilment.shipment
        where courier = $1 and awb = any($2::text[]) and not own_carrier`,
      [courier, awbs],
    );
    return new Map(rows.map((one) => [one.awb, { kind: one.cause_kind, id: one.cause_id }]));
  }

  async setCash(tx: Tx, id: string, cash_paise: Paise): Promise<void> {
    await tx.run(`update fulfilment.shipment set cash_paise = $2 where id = $1`, [id, cash_paise.toString()]);
  }

  /** Takes what is not kept out of a planned parcel. */
  async keepOnly(
    tx: Tx,
    id: string,
    kept: readonly { offerId: string; quantity: number; weight_g: number }[],
  ): Promise<void> {
    const lines = [kept.map((line) => line.offerId), kept.map((line) => line.quantity)];
    await tx.run(`delete from fulfilment.shipment_line where shipment_id = $1 and not offer_id = any($2::uuid[])`, [
      id,
      lines[0],
    ]);
    await tx.run(
      `update fulfilment.shipment_line l set quantity = k.quantity
         from unnest($2::uuid[], $3::integer[]) as k(offer_id, quantity)
        where l.shipment_id = $1 and l.offer_id = k.offer_id`,
      [id, ...lines],
    );
    const weight_g = kept.reduce((sum, line) => sum + line.weight_g * line.quantity, 0);
    await tx.run(`update fulfilment.shipment set weight_g = $2 where id = $1`, [id, weight_g]);
  }

  /** Moves the parcel along SM-5 and writes it down for the auditor. */
  async move(tx: Tx, shipment: Shipment, by: ShipmentEvent, at: Date, reason?: string): Promise<Shipment> {
    const state = shipmentStates.next(shipment.state, by);
    const dispatched_at = shipment.dispatched_at ?? (by === 'dispatch' ? at : null);
    const delivered_at = by === 'deliver' ? at : shipment.delivered_at;
    await tx.run(`update fulfilment.shipment set state = $2, dispatched_at = $3, delivered_at = $4 where id = $1`, [
      shipment.id,
      state,
      dispatched_at,
      delivered_at,
    ]);
    tx.audit({
      action: `fulfilment.${by}`,
      object: { kind: 'shipment', id: shipment.id },
      before: { state: shipment.state },
      after: { state },
      reason,
    });
    return { ...shipment, state, dispatched_at, delivered_at };
  }
}
