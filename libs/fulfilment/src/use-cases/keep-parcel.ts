import { Injectable } from '@nestjs/common';
import { seeingAll, UnitOfWork } from '#platform/database';
import { CentreParcels } from '../data/centre-parcels.repository.js';
import { Shipments } from '../data/shipments.repository.js';
import { ParcelTakenIn } from '../domain/centre.events.js';
import { newsOf } from '../domain/news.js';
import { shipmentStates } from '../domain/shipment.states.js';

@Injectable()
export class KeepParcel {
  constructor(
    private readonly work: UnitOfWork,
    private readonly shipments: Shipments,
    private readonly parcels: CentreParcels,
  ) {}

  /**
   * A keeper takes in a parcel its maker has brought.
   * @throws centre_parcel_not_found, also for another’s · illegal_transition when it is here, was called off or has left
   * @rule SM-5 S-42
   */
  takeIn(id: string): Promise<void> {
    return this.work.run(async (tx) => {
      await this.parcels.assertOwn(tx, id);
      await seeingAll(tx, async () => {
        // The parcel first, then its place: as everywhere.
        const shipment = await this.shipments.lock(tx, id);
        shipmentStates.next(shipment.state, 'dispatch');
        const parcel = await this.parcels.lockOwn(tx, id);
        await this.parcels.move(tx, parcel, 'take_in');
        const { id: centreId, name: centre } = await this.parcels.centre(tx, parcel.centre_id);
        tx.emit(ParcelTakenIn, { ...newsOf(shipment), centreId, centre });
      });
    });
  }

  /** Its maker has it back. @throws centre_parcel_not_found, also for another’s · illegal_transition @rule SM-5 S-42 */
  giveBack(id: string): Promise<void> {
    return this.work.run(async (tx) => this.parcels.move(tx, await this.parcels.lockOwn(tx, id), 'take_back'));
  }
}
