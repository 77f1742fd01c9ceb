import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform/database';
import { PickupSlots } from '../data/pickup-slots.repository.js';
import type { Shipment } from '../data/shipments.repository.js';
import { ChooseSlotJob } from '../domain/pickup-slot.events.js';
import { isMissed } from '../domain/pickup-slot.js';
import { isAwaited } from './choose-slot.js';

@Injectable()
export class MissSlot {
  constructor(private readonly slots: PickupSlots) {}

  /** A courier told that it has not got a parcel: where that is about the hours that stand, others are chosen. @rule SM-5 S-19 */
  async inside(tx: Tx, shipment: Shipment): Promise<void> {
    if (!isAwaited(shipment)) return;
    const slot = await this.slots.of(tx, shipment.id);
    if (slot === null) return; // the first choice is still to come
    const missedAt = await this.slots.missedAt(tx, shipment.courier!, shipment.awb!);
    if (!isMissed(slot.window, missedAt)) return;
    const misses = slot.misses + 1;
    await this.slots.put(tx, shipment, { window: null, by: 'nobody', misses });
    tx.enqueue(ChooseSlotJob, { shipmentId: shipment.id, misses });
  }
}
