import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Tx } from '#platform/database';
import type { Cause } from '#platform/kernel';
import { Shipments, type Shipment } from '../data/shipments.repository.js';
import { isReceiver } from '../domain/receiver.js';
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
    return this.work.run((tx) => this.inside(tx, cause));
  }

  /**
   * The same for a module that has found who may say so for an office.
   * @throws shipment_not_found, also for another's · illegal_transition · carried_by_courier
   * @rule SM-5
   */
  async inside(tx: Tx, cause: Cause): Promise<Shipment> {
    const planned = await this.shipments.ofCause(tx, cause);
    if (!planned || !isReceiver(tx.actor, planned)) throw fail('shipment_not_found');
    const shipment = await this.shipments.lock(tx, planned.id);
    if (shipment.own_carrier && shipment.state === 'delivered') return shipment;
    this.takeStep.assertSelfCarried(shipment, 'deliver');
    await this.shipments.noteProof(tx, shipment.id, 'receiver');
    return this.takeStep.inside(tx, { ...shipment, delivery_proof: 'receiver' }, 'deliver', tx.now);
  }
}
