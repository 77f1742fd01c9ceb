import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { Shipments } from '../data/shipments.repository.js';
import { Couriers } from '../ports/courier.js';

@Injectable()
export class ChangeCash {
  constructor(
    private readonly work: UnitOfWork,
    private readonly shipments: Shipments,
    private readonly couriers: Couriers,
  ) {}

  /** Tells the courier that was booked what it is to collect by now. One not booked yet is told when it is. @rule SM-5 */
  async run({ shipmentId }: { shipmentId: string }): Promise<void> {
    const shipment = await this.work.run((tx) => this.shipments.lock(tx, shipmentId));
    const { courier, awb, cash_paise, state } = shipment;
    if (courier === null || awb === null || state !== 'ready') return;
    await this.couriers.find(courier)?.changeCash(awb, cash_paise);
  }
}
