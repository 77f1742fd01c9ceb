import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform/database';
import { assert, namedId, type Cause } from '#platform/kernel';
import type { Paise } from '#platform/money';
import { ShipmentEntity, ShipmentLineEntity } from '../data/shipment.entity.js';
import { BookCourierJob, ShipmentPlanned } from '../domain/shipment.events.js';
import { shipmentStates } from '../domain/shipment.states.js';

export interface ShipmentPlan {
  cause: Cause;
  sellerId: string;
  /** The shopper, or the consignee's organisation. */
  receiverId: string;
  fromPincode: string;
  toPincode: string;
  /** Why it must not leave yet, when it must not. */
  heldWhy?: 'dispute';
  /** What is collected at the door; nothing when absent. */
  cash_paise?: Paise;
  lines: readonly { offerId: string; title: string; quantity: number; weight_g: number }[];
}

@Injectable()
export class PlanShipments {
  /**
   * Plans the parcel of a cause and has a courier booked. One parcel per cause in this first cut of the module;
   * planned twice it is planned once.
   * @returns the shipment's id
   * @rule SM-5
   */
  async inside(tx: Tx, plan: ShipmentPlan): Promise<string> {
    assert(plan.lines.length > 0, 'a parcel holds something');
    const shipmentId = namedId('shipment', plan.cause.kind, plan.cause.id);
    const parties = { seller_id: plan.sellerId, receiver_id: plan.receiverId };
    if ((await tx.run(`select 1 from fulfilment.shipment where id = $1`, [shipmentId])) > 0) return shipmentId;
    await tx.insert(ShipmentEntity, {
      id: shipmentId,
      cause_kind: plan.cause.kind,
      cause_id: plan.cause.id,
      ...parties,
      from_pincode: plan.fromPincode,
      to_pincode: plan.toPincode,
      weight_g: plan.lines.reduce((sum, line) => sum + line.weight_g * line.quantity, 0),
      cash_paise: (plan.cash_paise ?? 0n).toString(),
      state: shipmentStates.initial,
      courier: null,
      awb: null,
      carriage_paise: null,
      own_carrier: false,
      held_why: plan.heldWhy ?? null,
      holds: plan.heldWhy === undefined ? 0 : 1,
      made_at: tx.now,
      dispatched_at: null,
      delivered_at: null,
    });
    await tx.insert(
      ShipmentLineEntity,
      plan.lines.map((line) => ({
        shipment_id: shipmentId,
        offer_id: line.offerId,
        ...parties,
        title: line.title,
        quantity: line.quantity,
      })),
    );
    tx.enqueue(BookCourierJob, { shipmentId });
    tx.emit(ShipmentPlanned, { shipmentId, cause: plan.cause, sellerId: plan.sellerId, receiverId: plan.receiverId });
    return shipmentId;
  }
}
