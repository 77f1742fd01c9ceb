import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform/database';
import type { Cause } from '#platform/kernel';
import type { Paise } from '#platform/money';
import { CentreParcels } from '../data/centre-parcels.repository.js';
import { Shipments } from '../data/shipments.repository.js';
import { fail } from '../domain/shipment.errors.js';
import { ChangeCashJob } from '../domain/shipment.events.js';
import { shipmentStates } from '../domain/shipment.states.js';

@Injectable()
export class LightenShipment {
  constructor(
    private readonly shipments: Shipments,
    private readonly centreParcels: CentreParcels,
  ) {}

  /**
   * Some pieces of a planned parcel are not sent. Nothing planned is nothing done.
   * @param kept  what stays in the parcel: at least one line; lines that are not named are taken out
   * @param cash_paise  what is collected at the door for what stays
   * @throws illegal_transition when it has left its maker · parcel_at_centre
   * @rule SM-5
   */
  async inside(
    tx: Tx,
    cause: Cause,
    kept: readonly { offerId: string; quantity: number; weight_g: number }[],
    cash_paise: Paise = 0n,
  ): Promise<void> {
    const planned = await this.shipments.ofCause(tx, cause);
    if (planned === null) return;
    const shipment = await this.shipments.lock(tx, planned.id);
    shipmentStates.next(shipment.state, 'cancel'); // what can no longer be called off can no longer be opened
    if (await this.centreParcels.lies(tx, shipment.id)) throw fail('parcel_at_centre');
    await this.shipments.keepOnly(tx, shipment.id, kept);
    if (cash_paise === shipment.cash_paise) return;
    await this.shipments.setCash(tx, shipment.id, cash_paise);
    if (shipment.awb !== null)
      tx.enqueue(ChangeCashJob, { shipmentId: shipment.id, cash_paise: cash_paise.toString() });
  }
}
