import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';
import { slotChoosers, type SlotChooser } from '../domain/pickup-slot.js';
import type { PickupWindow } from '../ports/courier.js';
import type { Shipment } from './shipments.repository.js';

const row = z
  .object({
    window_id: z.string().nullable(),
    from_at: z.date().nullable(),
    to_at: z.date().nullable(),
    closes_at: z.date().nullable(),
    chosen_by: z.enum(slotChoosers),
    misses: z.number(),
    turn: z.number(),
  })
  .transform(({ window_id: id, from_at: from, to_at: to, closes_at: closesAt, ...rest }) => {
    const isSet = id !== null && from !== null && to !== null && closesAt !== null;
    return { ...rest, window: isSet ? { id, from, to, closesAt } : null };
  });
export type PickupSlot = z.infer<typeof row>;
const columns = 'window_id, from_at, to_at, closes_at, chosen_by, misses, turn';

/** When couriers come for parcels; who writes holds the shipment's row. */
@Injectable()
export class PickupSlots {
  of(tx: Tx, shipmentId: string): Promise<PickupSlot | null> {
    return tx.maybe(row, `select ${columns} from fulfilment.pickup_slot where shipment_id = $1`, [shipmentId]);
  }

  async put(
    tx: Tx,
    shipment: Pick<Shipment, 'id' | 'seller_id' | 'receiver_id'>,
    slot: { window: PickupWindow | null; by: SlotChooser; misses?: number },
  ): Promise<PickupSlot> {
    const { window, by, misses } = slot;
    const written = await tx.maybe(
      row,
      `insert into fulfilment.pickup_slot as s
              (shipment_id, seller_id, receiver_id, window_id, from_at, to_at, closes_at, chosen_by, misses)
       values ($1, $2, $3, $4, $5, $6, $7, $8, coalesce($9, 0))
       on conflict (shipment_id) do update
          set window_id = excluded.window_id, from_at = excluded.from_at, to_at = excluded.to_at,
              closes_at = excluded.closes_at, chosen_by = excluded.chosen_by, misses = coalesce($9, s.misses),
              turn = s.turn + 1
       returning ${columns}`,
      [
        ...[shipment.id, shipment.seller_id, shipment.receiver_id],
        ...[window?.id ?? null, window?.from ?? null, window?.to ?? null, window?.closesAt ?? null],
        ...[by, misses ?? null],
      ],
    );
    return written!;
  }

  /** When a courier told that it had not got a parcel, by its own clock. */
  async missedAt(tx: Tx, courier: string, awb: string): Promise<Date[]> {
    const rows = await tx.many(
      z.object({ at: z.date() }),
      `select at from fulfilment.tracking_notice where courier = $1 and awb = $2 and kind = 'pickup_missed' order by at`,
      [courier, awb],
    );
    return rows.map(({ at }) => at);
  }
}
