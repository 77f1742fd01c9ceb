import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Tx } from '#platform/database';
import type { Cause } from '#platform/kernel';
import { CentreParcels } from '../data/centre-parcels.repository.js';
import { Shipments, type Shipment } from '../data/shipments.repository.js';
import { centreParcelStates } from '../domain/centre-parcel.states.js';
import { fail } from '../domain/shipment.errors.js';
import { shipmentStates } from '../domain/shipment.states.js';

@Injectable()
export class BringToCentre {
  constructor(
    private readonly work: UnitOfWork,
    private readonly shipments: Shipments,
    private readonly parcels: CentreParcels,
  ) {}

  /**
   * A maker says to which centre she brings the parcel of a cause; from then on its keepers know of it. Said anew, another one
   * counts.
   * @throws shipment_not_found, also for another’s · centre_not_found · centre_closed · illegal_transition when it has left, or lies
   *   at a centre
   * @rule SM-5 S-42
   */
  run(cause: Cause, centreId: string): Promise<void> {
    return this.work.run(async (tx) => {
      const shipment = await this.own(tx, cause);
      shipmentStates.next(shipment.state, 'dispatch');
      const centre = await this.parcels.centre(tx, centreId);
      if (!centre.is_open) throw fail('centre_closed');
      const before = await this.parcels.lock(tx, shipment.id);
      if (before) centreParcelStates.next(before.state, 'bring');
      await this.parcels.expect(tx, { id: shipment.id, sellerId: shipment.seller_id, centreId });
    });
  }

  /** She will not bring it after all. @throws shipment_not_found · centre_parcel_not_found · illegal_transition */
  withdraw(cause: Cause): Promise<void> {
    return this.work.run(async (tx) => {
      const parcel = await this.parcels.lock(tx, (await this.own(tx, cause)).id);
      if (!parcel) throw fail('centre_parcel_not_found');
      if (parcel.state === 'here') throw fail('parcel_at_centre');
      await this.parcels.move(tx, parcel, 'take_back');
    });
  }

  private async own(tx: Tx, cause: Cause): Promise<Shipment> {
    const planned = await this.shipments.ofCause(tx, cause);
    if (!planned || planned.seller_id !== tx.actor.organisationId) throw fail('shipment_not_found');
    return this.shipments.lock(tx, planned.id);
  }
}
