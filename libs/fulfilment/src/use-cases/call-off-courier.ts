import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Tx } from '#platform/database';
import { Shipments, type Shipment } from '../data/shipments.repository.js';
import { newsOf } from '../domain/news.js';
import { CallOffCourierJob, ShipmentTakenAnyway } from '../domain/shipment.events.js';
import { Couriers } from '../ports/courier.js';

@Injectable()
export class CallOffCourier {
  constructor(
    private readonly work: UnitOfWork,
    private readonly shipments: Shipments,
    private readonly couriers: Couriers,
  ) {}

  /**
   * Tells a courier that it need not come for a parcel. One that has it already brings it: the delivery desk and the maker are
   * told, because its cause has ended or goes another way.
   * @rule SM-5 S-4
   */
  async run(of: { shipmentId: string; courier: string; awb: string }): Promise<void> {
    const { shipmentId, courier, awb } = of;
    const booked = this.couriers.find(courier);
    if (booked === null || (await booked.callOff(awb))) return;
    await this.work.run(async (tx) => {
      const news = newsOf(await this.shipments.lock(tx, shipmentId));
      tx.emit(ShipmentTakenAnyway, { ...news, courier, awb });
    });
  }
}

/** Who was booked for a parcel and has not fetched it yet need not come any more. */
export function callOffCourier(tx: Tx, { id, state, courier, awb, own_carrier }: Shipment): void {
  if (state !== 'ready' || own_carrier || courier === null || awb === null) return;
  tx.enqueue(CallOffCourierJob, { shipmentId: id, courier, awb });
}
