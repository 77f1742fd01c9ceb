import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { PickupSlots, type PickupSlot } from '../data/pickup-slots.repository.js';
import { Shipments, type Shipment } from '../data/shipments.repository.js';
import { newsOf } from '../domain/news.js';
import { SlotMissed } from '../domain/pickup-slot.events.js';
import { openWindows } from '../domain/pickup-slot.js';
import { Couriers, type Courier, type PickupWindow } from '../ports/courier.js';

@Injectable()
export class ChooseSlot {
  constructor(
    private readonly work: UnitOfWork,
    private readonly shipments: Shipments,
    private readonly slots: PickupSlots,
    private readonly couriers: Couriers,
  ) {}

  /**
   * The earliest hours a courier still offers for a parcel are chosen for its maker, so that nobody has to choose; she may move
   * them. After it did not come they are chosen anew and she is told. What she chose herself meanwhile stands.
   * @rule SM-5 S-13
   */
  async run({ shipmentId, misses }: { shipmentId: string; misses: number }): Promise<void> {
    const asked = await this.work.run((tx) => this.claim(shipmentId, misses)(tx));
    if (asked === null) return;
    const { courier, awb } = asked;
    const window = await takeFirst(courier, awb, openWindows(await courier.pickupWindows(awb), new Date()));
    const hers = await this.work.run(async (tx) => {
      const shipment = await this.shipments.lock(tx, shipmentId);
      if (!isAwaited(shipment) || shipment.awb !== awb) return null;
      const now = await this.slots.of(tx, shipmentId);
      if ((now?.turn ?? 0) !== asked.turn) return now;
      await this.slots.put(tx, shipment, { window, by: 'default', misses });
      const instead = window && { from: window.from.toISOString(), to: window.to.toISOString() };
      if (misses > 0) tx.emit(SlotMissed, { ...newsOf(shipment), instead });
      return null;
    });
    // She chose while we asked, and the courier may have heard us last.
    if (hers) await courier.setPickup(awb, hers.window?.id ?? null);
  }

  private claim(shipmentId: string, misses: number) {
    return async (tx: Parameters<Shipments['lock']>[0]) => {
      const shipment = await this.shipments.lock(tx, shipmentId);
      const slot = await this.slots.of(tx, shipmentId);
      if (!isAwaited(shipment) || !isOpen(slot, misses)) return null;
      const courier = this.couriers.find(shipment.courier!);
      return courier && { courier, awb: shipment.awb!, turn: slot?.turn ?? 0 };
    };
  }
}

/** A parcel that waits for a courier of ours. */
export const isAwaited = ({ state, own_carrier, courier, awb }: Shipment): boolean =>
  state === 'ready' && !own_carrier && courier !== null && awb !== null;

/** Nothing was chosen yet at first, or since the courier last did not come. */
const isOpen = (slot: PickupSlot | null, misses: number): boolean =>
  slot === null ? misses === 0 : slot.chosen_by === 'nobody' && slot.misses === misses;

async function takeFirst(
  courier: Courier,
  awb: string,
  windows: readonly PickupWindow[],
): Promise<PickupWindow | null> {
  for (const window of windows) if (await courier.setPickup(awb, window.id)) return window;
  return null;
}
