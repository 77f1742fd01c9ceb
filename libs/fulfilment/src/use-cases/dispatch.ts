import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import type { Cause } from '#platform/kernel';
import { CentreParcels } from '../data/centre-parcels.repository.js';
import { RoadPapers } from '../data/road-papers.js';
import { Shipments, type Shipment } from '../data/shipments.repository.js';
import { fail } from '../domain/shipment.errors.js';
import { shipmentStates } from '../domain/shipment.states.js';
import { SendParcel, type OwnCarrier } from './send-parcel.js';

@Injectable()
export class Dispatch {
  constructor(
    private readonly work: UnitOfWork,
    private readonly shipments: Shipments,
    private readonly sendParcel: SendParcel,
    private readonly papers: RoadPapers,
    private readonly centreParcels: CentreParcels,
  ) {}

  /**
   * The maker hands the parcel of a cause over: to the courier that was booked, or to one of her own choice with its number;
   * then the courier that was booked stays away.
   * @throws shipment_not_found, also for another's · shipment_held · parcel_at_centre · eway_bill_missing · courier_not_booked · no_courier_there ·
   *   cash_needs_courier · illegal_transition
   * @rule SM-5 
   */
  run(cause: Cause, own?: OwnCarrier): Promise<Shipment> {
    return this.work.run(async (tx) => {
      const planned = await this.shipments.ofCause(tx, cause);
      if (!planned || planned.seller_id !== tx.actor.organisationId) throw fail('shipment_not_found');
      const missing = shipmentStates.can(planned.state, 'dispatch') ? await this.papers.missing(tx, cause) : null;
      const shipment = await this.shipments.lock(tx, planned.id);
      if (shipment.held_why !== null) throw fail('shipment_held', { why: shipment.held_why });
      if (await this.centreParcels.lies(tx, shipment.id)) throw fail('parcel_at_centre');
      if (missing !== null) throw fail('eway_bill_missing', { why: missing });
      if (own && shipment.cash_paise > 0n) throw fail('cash_needs_courier');
      if (shipment.state === 'created' && !own)
        throw fail(shipment.unserved_at === null ? 'courier_not_booked' : 'no_courier_there');
      return this.sendParcel.inside(tx, shipment, own);
    });
  }
}
