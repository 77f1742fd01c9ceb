import { Inject, Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { Shipments } from '../data/shipments.repository.js';
import { COURIER, type Courier } from '../ports/courier.js';

@Injectable()
export class ChangeCash {
  constructor(
    private readonly work: UnitOfWork,
    private readonly shipments: Shipments,
    @Inject(COURIER) private readonly courier: Courier,
  ) {}

  /** Tells a courier that was booked what it is to collect by now. One not booked yet is told when it is. @rule SM-5 */
  async run({ shipmentId }: { shipmentId: string }): Promise<void> {
    const shipment = await this.work.run((tx) => this.shipments.lock(tx, shipmentId));
    if (shipment.awb === null || shipment.state !== 'ready') return;
    await this.courier.changeCash(shipment.awb, shipment.cash_paise);
  }
}
