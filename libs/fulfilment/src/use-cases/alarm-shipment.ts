import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Tx } from '#platform/database';
import { Alarms, type Watched } from '#policy';
import { Shipments } from '../data/shipments.repository.js';
import { newsOf } from '../domain/news.js';
import { ShipmentWaits } from '../domain/shipment.events.js';
import { shipmentStates } from '../domain/shipment.states.js';

const watched: Watched = { table: 'fulfilment.shipment', machine: shipmentStates };

@Injectable()
export class AlarmShipment {
  constructor(
    private readonly work: UnitOfWork,
    private readonly alarms: Alarms,
    private readonly shipments: Shipments,
  ) {}

  /** Parcels past the alarm of their state. */
  due(tx: Tx, limit: number): Promise<string[]> {
    return this.alarms.due(tx, watched, limit);
  }

  /** Tells the desk, once each time a parcel comes into a state. Called by the clock. @rule SM-5 */
  run(shipmentId: string): Promise<void> {
    return this.work.run(async (tx) => {
      const late = await this.alarms.take(tx, watched, shipmentId);
      if (!late) return;
      const shipment = await this.shipments.lock(tx, shipmentId);
      const { state, held_why } = shipment;
      const since = late.since.toISOString();
      tx.emit(ShipmentWaits, { ...newsOf(shipment), state, isHeld: held_why !== null, desk: late.desk, since });
    });
  }
}
