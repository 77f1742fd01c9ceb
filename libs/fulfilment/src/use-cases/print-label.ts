import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { assert, type Cause } from '#platform/kernel';
import { PrintHouse, type PrintedLabel } from '#platform/print';
import { KnownDoors } from '../data/doors.js';
import { Shipments } from '../data/shipments.repository.js';
import { labelOf } from '../domain/label.js';
import { fail } from '../domain/shipment.errors.js';

@Injectable()
export class PrintLabel {
  constructor(
    private readonly work: UnitOfWork,
    private readonly shipments: Shipments,
    private readonly doors: KnownDoors,
    private readonly press: PrintHouse,
  ) {}

  /**
   * The label of a parcel that waits for its courier, for the maker who packs it. It is drawn when it is asked for and kept
   * nowhere, since it bears where somebody lives; that it was drawn is written down for the auditor.
   * @throws shipment_not_found, also for another's · shipment_held, courier_not_booked, label_closed (409) · PrinterDown (503)
   * @rule SM-5 S-42 S-63
   */
  async run(cause: Cause): Promise<{ number: string; pdf: Buffer }> {
    const label = await this.label(cause);
    return { number: label.number, pdf: await this.press.print(label) };
  }

  private label(cause: Cause): Promise<PrintedLabel> {
    return this.work.run(async (tx) => {
      const shipment = await this.shipments.ofCause(tx, cause);
      if (!shipment || shipment.seller_id !== tx.actor.organisationId) throw fail('shipment_not_found');
      if (shipment.held_why !== null) throw fail('shipment_held', { why: shipment.held_why });
      if (shipment.state === 'created') throw fail('courier_not_booked');
      if (shipment.state !== 'ready') throw fail('label_closed', { why: 'it has left' });
      const { courier, awb } = shipment;
      assert(courier !== null && awb !== null, 'a parcel a courier was booked for has its number there');
      const doors = await this.doors.of(tx, cause);
      if (doors === null || doors.to === null) throw fail('label_closed', { why: 'nobody knows the door' });
      tx.audit({ action: 'fulfilment.label_printed', object: { kind: 'shipment', id: shipment.id } });
      return labelOf({ ...shipment, courier, awb }, { from: doors.from, to: doors.to }, tx.now);
    });
  }
}
