import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform/database';
import { Shipments, type Shipment } from '../data/shipments.repository.js';
import { callOffCourier } from './call-off-courier.js';
import { TakeStep } from './take-step.js';

/** A carrier nobody booked here, and the number the parcel has there. */
export interface OwnCarrier {
  carrier: string;
  trackingNumber: string;
}

@Injectable()
export class SendParcel {
  constructor(
    private readonly shipments: Shipments,
    private readonly takeStep: TakeStep,
  ) {}

  /**
   * A parcel whose row is held leaves: with the courier that was booked, or with another carrier; then who was booked stays away.
   * @throws illegal_transition
   * @rule SM-5
   */
  async inside(tx: Tx, shipment: Shipment, own?: OwnCarrier): Promise<Shipment> {
    // A courier that was done without is owed nothing for it.
    const leaving = own ? { ...shipment, carriage_paise: null } : shipment;
    const sent = await this.takeStep.inside(tx, leaving, 'dispatch', tx.now);
    if (!own) return sent;
    callOffCourier(tx, shipment);
    const by = { courier: own.carrier, awb: own.trackingNumber };
    await this.shipments.noteCarrier(tx, sent.id, { ...by, own: true, carriage_paise: null });
    return { ...sent, ...by, own_carrier: true };
  }
}
