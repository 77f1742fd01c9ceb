import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Tx } from '#platform/database';
import type { Cause } from '#platform/kernel';
import { log } from '#platform/observability';
import { PickupSlots, type PickupSlot } from '../data/pickup-slots.repository.js';
import { Shipments, type Shipment } from '../data/shipments.repository.js';
import { openWindows } from '../domain/pickup-slot.js';
import { fail } from '../domain/shipment.errors.js';
import { Couriers, type Courier, type PickupWindow } from '../ports/courier.js';
import { isAwaited } from './choose-slot.js';

/** When a courier comes for a parcel, and when else it could. */
export interface SlotChoice {
  slot: PickupSlot | null;
  offered: readonly PickupWindow[];
}
interface Asked {
  shipment: Shipment;
  awb: string;
  courier: Courier;
  slot: PickupSlot | null;
}

@Injectable()
export class SetSlot {
  constructor(
    private readonly work: UnitOfWork,
    private readonly shipments: Shipments,
    private readonly slots: PickupSlots,
    private readonly couriers: Couriers,
  ) {}

  /**
   * When the courier comes for a parcel of hers, and the hours it offers besides.
   * @throws shipment_not_found, also for another's (404) · courier_not_booked, slot_closed (409) · courier_silent (503)
   * @rule SM-5 S-42
   */
  async read(cause: Cause): Promise<SlotChoice> {
    const { courier, awb, slot } = await this.work.run((tx) => this.claim(tx, cause));
    return { slot, offered: openWindows(await heard(courier.pickupWindows(awb)), new Date()) };
  }

  /**
   * She chooses other hours, or says that nobody is to come before she does. Who says it last is heard.
   * @throws as above · shipment_held, slot_gone (409)
   * @rule SM-5 S-42
   */
  async run(cause: Cause, windowId: string | null): Promise<SlotChoice> {
    const asked = await this.work.run(async (tx) => {
      const found = await this.claim(tx, cause);
      if (found.shipment.held_why !== null) throw fail('shipment_held', { why: found.shipment.held_why });
      return found;
    });
    const { courier, awb, shipment } = asked;
    const offered = openWindows(await heard(courier.pickupWindows(awb)), new Date());
    const window = windowId === null ? null : offered.find(({ id }) => id === windowId);
    const closesAt = asked.slot?.window?.closesAt;
    if (window === undefined || (closesAt && closesAt <= new Date())) throw fail('slot_gone');
    if (!(await heard(courier.setPickup(awb, windowId)))) throw fail('slot_gone');
    const { slot, isLast } = await this.work.run(async (tx) => {
      const now = await this.shipments.lock(tx, shipment.id);
      if (!isAwaited(now) || now.awb !== awb) throw fail('slot_closed');
      const before = await this.slots.of(tx, shipment.id);
      tx.audit({
        action: 'fulfilment.slot_chosen',
        object: { kind: 'shipment', id: shipment.id },
        before: { from: before?.window?.from.toISOString() ?? null },
        after: { from: window?.from.toISOString() ?? null },
      });
      const isLast = (before?.turn ?? 0) === (asked.slot?.turn ?? 0);
      return { slot: await this.slots.put(tx, now, { window, by: 'maker' }), isLast };
    });
    // Somebody chose while she did, and the courier may have heard that last.
    if (!isLast && !(await heard(courier.setPickup(awb, windowId))))
      log.warn({ shipmentId: shipment.id }, 'a courier does not take the time it took a moment ago');
    return { slot, offered };
  }

  private async claim(tx: Tx, cause: Cause): Promise<Asked> {
    const shipment = await this.shipments.ofCause(tx, cause);
    if (!shipment || shipment.seller_id !== tx.actor.organisationId) throw fail('shipment_not_found');
    if (shipment.state === 'created') throw fail('courier_not_booked');
    const courier = isAwaited(shipment) ? this.couriers.find(shipment.courier!) : null;
    if (courier === null) throw fail('slot_closed');
    return { shipment, awb: shipment.awb!, courier, slot: await this.slots.of(tx, shipment.id) };
  }
}

/** What a courier says, while somebody waits for the answer. @throws courier_silent */
async function heard<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    log.warn({ error }, 'a courier was asked for its hours and did not answer');
    throw fail('courier_silent');
  }
}
