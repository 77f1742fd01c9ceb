import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform/database';
import { assert } from '#platform/kernel';
import { PolicyQuery } from '#policy';
import { CentreParcels } from '../data/centre-parcels.repository.js';
import { Shipments, type Shipment } from '../data/shipments.repository.js';
import { newsOf } from '../domain/news.js';
import { fail } from '../domain/shipment.errors.js';
import {
  CarriageDue,
  ShipmentAttemptFailed,
  ShipmentDelivered,
  ShipmentDispatched,
  ShipmentFailed,
} from '../domain/shipment.events.js';
import { shipmentStates, type ShipmentEvent } from '../domain/shipment.states.js';
import { stepsFor, type TrackingKind } from '../domain/tracking.js';

/** Steps with which a courier has earned its price. */
const ways: Partial<Record<ShipmentEvent, 'out' | 'back'>> = { dispatch: 'out', deliver_back: 'back' };

@Injectable()
export class TakeStep {
  constructor(
    private readonly shipments: Shipments,
    private readonly policy: PolicyQuery,
    private readonly centreParcels: CentreParcels,
  ) {}

  /**
   * Moves a parcel one step of SM-5 and tells what others wait for: dispatched, delivered, or gone wrong.
   * @throws illegal_transition
   */
  async inside(tx: Tx, shipment: Shipment, by: ShipmentEvent, at: Date, reason?: string): Promise<Shipment> {
    let moved = await this.shipments.move(tx, shipment, by, at, reason);
    if (by === 'attempt_failed') moved = await this.countAttempt(tx, moved);
    const news = newsOf(moved);
    if (by === 'dispatch') {
      await this.centreParcels.left(tx, moved.id);
      tx.emit(ShipmentDispatched, { ...news, at: at.toISOString() });
    }
    if (by === 'deliver') tx.emit(ShipmentDelivered, { ...news, at: at.toISOString() });
    if (by === 'lose' || by === 'deliver_back') tx.emit(ShipmentFailed, { ...news, state: moved.state });
    const way = ways[by];
    if (way && moved.carriage_paise !== null) {
      tx.emit(CarriageDue, { ...news, way, carriage_paise: Number(moved.carriage_paise) });
    }
    return moved;
  }

  /** Nobody took it: the receiver hears of it each time, and when the parcel will not be brought much longer. @rule SM-5 */
  private async countAttempt(tx: Tx, shipment: Shipment): Promise<Shipment> {
    const attempts = shipment.attempts + 1;
    await this.shipments.noteAttempt(tx, shipment.id, attempts);
    const most = this.policy.at('shipment.attempts_max', tx.now);
    tx.emit(ShipmentAttemptFailed, { ...newsOf(shipment), attempt: attempts, most });
    return { ...shipment, attempts };
  }

  /** Whether each attempt the courier has told of so far is counted: a job done twice counts once. */
  private async isCounted(tx: Tx, { courier, awb, attempts }: Shipment): Promise<boolean> {
    assert(courier !== null && awb !== null, 'what a courier tries to bring has a number there');
    const told = await this.shipments.toldOf(tx, courier, awb);
    return told.filter((kind) => kind === 'attempt_failed').length <= attempts;
  }

  /** Whether it was brought in vain after it was last taken out, by its courier's clock: that it was taken out is late news. */
  private async cameBack(tx: Tx, { courier, awb, attempts }: Shipment): Promise<boolean> {
    if (attempts === 0) return false;
    assert(courier !== null && awb !== null, 'what a courier tries to bring has a number there');
    const told = await this.shipments.toldOf(tx, courier, awb);
    return told.lastIndexOf('attempt_failed') > told.lastIndexOf('out_for_delivery');
  }

  /**
   * Whether a step is told by people: only of a parcel that a maker carries herself or sends with a carrier of her own.
   * @throws illegal_transition · carried_by_courier
   * @rule SM-5
   */
  assertSelfCarried(shipment: Shipment, by: ShipmentEvent): void {
    shipmentStates.next(shipment.state, by);
    if (!shipment.own_carrier) throw fail('carried_by_courier');
  }

  /** As many steps as a piece of tracking news stands for and the parcel's state allows. @rule S-19 */
  async follow(tx: Tx, shipment: Shipment, kind: TrackingKind): Promise<Shipment> {
    if (kind === 'attempt_failed' && (await this.isCounted(tx, shipment))) return shipment;
    if (kind === 'out_for_delivery' && (await this.cameBack(tx, shipment))) return shipment;
    let moved = shipment;
    for (const step of stepsFor(kind)) {
      if (shipmentStates.can(moved.state, step)) moved = await this.inside(tx, moved, step, tx.now);
    }
    return moved;
  }
}
