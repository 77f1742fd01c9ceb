import { Injectable } from '@nestjs/common';
import { seeingAll, UnitOfWork, type Tx } from '#platform/database';
import { assert } from '#platform/kernel';
import { CentreParcels } from '../data/centre-parcels.repository.js';
import { RoadPapers } from '../data/road-papers.js';
import { Shipments, type Shipment } from '../data/shipments.repository.js';
import { fail } from '../domain/shipment.errors.js';
import { shipmentStates } from '../domain/shipment.states.js';
import { SendParcel } from './send-parcel.js';

/** A parcel of a manifest; with a number when a carrier takes it that was not booked for it. */
export interface Leaving {
  id: string;
  trackingNumber?: string | undefined;
}

/** Most parcels of one manifest. */
export const manifest_max = 100;

@Injectable()
export class HandOver {
  constructor(
    private readonly work: UnitOfWork,
    private readonly shipments: Shipments,
    private readonly parcels: CentreParcels,
    private readonly papers: RoadPapers,
    private readonly sendParcel: SendParcel,
  ) {}

  /**
   * A centre hands parcels to a carrier, all of them or none: to the courier that was booked for them, or, with the numbers it gives
   * them, to another.
   * @returns the id of their manifest
   * @throws centre_parcel_not_found, also for another’s · parcels_stay with the reason of each · illegal_transition
   * @rule SM-5 S-42
   */
  run(carrier: string, leaving: readonly Leaving[]): Promise<{ manifestId: string }> {
    return this.work.run(async (tx) => {
      const ids = [...new Set(leaving.map(({ id }) => id))].sort();
      for (const id of ids) await this.parcels.assertOwn(tx, id);
      return seeingAll(tx, async () => {
        const shipments = new Map<string, Shipment>();
        for (const id of ids) shipments.set(id, await this.shipments.lock(tx, id));
        const stay: { id: string; why: string }[] = [];
        for (const id of ids) {
          const why = await this.whyStays(tx, shipments.get(id)!, carrier, numberOf(leaving, id));
          if (why !== null) stay.push({ id, why });
        }
        if (stay.length > 0) throw fail('parcels_stay', { parcels: stay });
        const centreId = tx.actor.organisationId;
        assert(centreId, 'who hands over acts for a centre');
        const manifestId = await this.parcels.addManifest(tx, centreId, carrier);
        for (const id of ids) {
          const trackingNumber = numberOf(leaving, id);
          await this.parcels.move(tx, await this.parcels.lockOwn(tx, id), 'hand_over', manifestId);
          const own = trackingNumber === undefined ? undefined : { carrier, trackingNumber };
          await this.sendParcel.inside(tx, shipments.get(id)!, own);
        }
        return { manifestId };
      });
    });
  }

  /** Why a parcel cannot leave with this carrier now; null: it can. */
  private async whyStays(tx: Tx, shipment: Shipment, carrier: string, number?: string): Promise<string | null> {
    if (shipment.state === 'cancelled') return 'called_off';
    if (!shipmentStates.can(shipment.state, 'dispatch')) return 'has_left';
    if (shipment.held_why !== null) return 'held';
    if (number !== undefined && shipment.cash_paise > 0n) return 'cash_needs_its_courier';
    if (number === undefined && shipment.courier === null) return 'number_missing';
    if (number === undefined && shipment.courier !== carrier) return 'another_courier_booked';
    return (await this.papers.missing(tx, shipment.cause)) === null ? null : 'eway_bill_missing';
  }
}

const numberOf = (leaving: readonly Leaving[], id: string): string | undefined =>
  leaving.find((one) => one.id === id)?.trackingNumber;
