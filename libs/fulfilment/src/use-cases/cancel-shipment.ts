import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform/database';
import type { Cause } from '#platform/kernel';
import { Shipments } from '../data/shipments.repository.js';
import { callOffCourier } from './call-off-courier.js';
import { TakeStep } from './take-step.js';

@Injectable()
export class CancelShipment {
  constructor(
    private readonly shipments: Shipments,
    private readonly takeStep: TakeStep,
  ) {}

  /**
   * What a parcel was planned for is called off: it is not sent, and its courier stays away. Nothing planned is nothing done.
   * @throws illegal_transition when it has left its maker
   * @rule SM-5
   */
  async inside(tx: Tx, cause: Cause): Promise<void> {
    const planned = await this.shipments.ofCause(tx, cause);
    if (planned === null) return;
    const shipment = await this.shipments.lock(tx, planned.id);
    if (shipment.state === 'cancelled') return;
    await this.takeStep.inside(tx, shipment, 'cancel', tx.now);
    callOffCourier(tx, shipment);
  }
}
