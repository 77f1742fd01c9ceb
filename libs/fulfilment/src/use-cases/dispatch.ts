import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import type { Cause } from '#platform/kernel';
import { RoadPapers } from '../data/road-papers.js';
import { Shipments, type Shipment } from '../data/shipments.repository.js';
import { fail } from '../domain/shipment.errors.js';
import { shipmentStates } from '../domain/shipment.states.js';
import { callOffCourier } from './call-off-courier.js';
import { TakeStep } from './take-step.js';

@Injectable()
export class Dispatch {
  constructor(
    private readonly work: UnitOfWork,
    private readonly shipments: Shipments,
    private readonly takeStep: TakeStep,
    private readonly papers: RoadPapers,
  ) {}

  /**
   * The maker hands the parcel of a cause over: to the courier that was booked, or to one of her own choice with its number;
   * then the courier that was booked stays away.
   * @throws shipment_not_found, also for another's · shipment_held · eway_bill_missing · courier_not_booked · no_courier_there ·
   *   cash_needs_courier · illegal_transition
   * @rule SM-5 
   */
  run(cause: Cause, own?: { carrier: string; trackingNumber: string }): Promise<Shipment> {
    return this.work.run(async (tx) => {
      const planned = await this.shipments.ofCause(tx, cause);
      if (!planned || planned.seller_id !== tx.actor.organisationId) throw fail('shipment_not_found');
      const missing = shipmentStates.can(planned.state, 'dispatch') ? await this.papers.missing(tx, cause) : null;
      const shipment = await this.shipments.lock(tx, planned.id);
      if (shipment.held_why !== null) throw fail('shipment_held', { why: shipment.held_why });
      if (missing !== null) throw fail('eway_bill_missing', { why: missing });
      if (own && shipment.cash_paise > 0n) throw fail('cash_needs_courier');
      if (shipment.state === 'created' && !own)
        throw fail(shipment.unserved_at === null ? 'courier_not_booked' : 'no_courier_there');
      // A courier she did without is owed nothing for it.
      const leaving = own ? { ...shipment, carriage_paise: null } : shipment;
      const sent = await this.takeStep.inside(tx, leaving, 'dispatch', tx.now);
      if (!own) return sent;
      callOffCourier(tx, shipment);
      const by = { courier: own.carrier, awb: own.trackingNumber };
      await this.shipments.noteCarrier(tx, sent.id, { ...by, own: true, carriage_paise: null });
      return { ...sent, ...by, own_carrier: true };
    });
  }
}
