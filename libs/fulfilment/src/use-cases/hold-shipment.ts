import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform/database';
import type { Cause } from '#platform/kernel';
import { Shipments, type Shipment } from '../data/shipments.repository.js';
import { BookCourierJob } from '../domain/shipment.events.js';
import { shipmentStates } from '../domain/shipment.states.js';

@Injectable()
export class HoldShipment {
  constructor(private readonly shipments: Shipments) {}

  /**
   * The parcel of a cause must not leave its maker for now. Nothing planned is nothing done: who plans it says that it
   * waits.
   * @returns false when it has left already
   * @rule SM-5
   */
  async inside(tx: Tx, cause: Cause, why: NonNullable<Shipment['held_why']>): Promise<boolean> {
    const shipment = await this.lock(tx, cause);
    if (shipment === null) return true;
    if (!shipmentStates.can(shipment.state, 'cancel')) return false;
    if (shipment.held_why === null) await this.note(tx, shipment, why);
    return true;
  }

  /** It may go again; a courier who was not asked before is asked now. @rule SM-5 */
  async release(tx: Tx, cause: Cause): Promise<void> {
    const shipment = await this.lock(tx, cause);
    if (shipment === null || shipment.held_why === null) return;
    await this.note(tx, shipment, null);
    if (shipment.state === 'created') tx.enqueue(BookCourierJob, { shipmentId: shipment.id, hold: shipment.holds });
  }

  private async lock(tx: Tx, cause: Cause): Promise<Shipment | null> {
    const planned = await this.shipments.ofCause(tx, cause);
    return planned === null ? null : this.shipments.lock(tx, planned.id);
  }

  private async note(tx: Tx, { id, held_why }: Shipment, why: Shipment['held_why']): Promise<void> {
    await this.shipments.noteHold(tx, id, why);
    const object = { kind: 'shipment', id };
    tx.audit({ action: 'fulfilment.hold', object, before: { held: held_why }, after: { held: why } });
  }
}
