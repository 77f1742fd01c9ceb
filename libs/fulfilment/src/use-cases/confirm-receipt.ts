import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import type { Cause } from '#platform/kernel';
import { Shipments, type Shipment } from '../data/shipments.repository.js';
import { fail } from '../domain/shipment.errors.js';
import { TakeStep } from './take-step.js';

@Injectable()
export class ConfirmReceipt {
  constructor(
    private readonly work: UnitOfWork,
    private readonly shipments: Shipments,
    private readonly takeStep: TakeStep,
  ) {}

  /**
   * The receiver says that a parcel of a maker's own carrier has arrived: nobody else tells us. Said again it is harmless.
   * @throws shipment_not_found, also for another's · illegal_transition · carried_by_courier
   * @rule SM-5
   */
  run(cause: Cause): Promise<Shipment> {
    return this.work.run(async (tx) => {
      const planned = await this.shipments.ofCause(tx, cause);
      if (!planned || planned.receiver_id !== tx.actor.personId) throw fail('shipment_not_found');
      const shipment = await this.shipments.lock(tx, planned.id);
      if (shipment.own_carrier && shipment.state === 'delivered') return shipment;
      this.takeStep.assertSelfCarried(shipment, 'deliver');
      await this.shipments.noteProof(tx, shipment.id, 'receiver');
      return this.takeStep.inside(tx, { ...shipment, delivery_proof: 'receiver' }, 'deliver', tx.now);
    });
  }
}
