import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import type { Cause } from '#platform/kernel';
import { Shipments, type Shipment } from '../data/shipments.repository.js';
import { fail } from '../domain/shipment.errors.js';
import { TakeStep } from './take-step.js';

@Injectable()
export class Deliver {
  constructor(
    private readonly work: UnitOfWork,
    private readonly shipments: Shipments,
    private readonly takeStep: TakeStep,
  ) {}

  /**
   * The maker records that the goods of a contract have arrived: their consignee counts and certifies them afterwards. Of an
   * order the shopper has to prove it (`DeliverByCode`, `ConfirmReceipt`).
   * @throws shipment_not_found, also for another's · illegal_transition
   * @rule SM-5
   */
  run(cause: Cause): Promise<Shipment> {
    return this.work.run(async (tx) => {
      const planned = await this.shipments.ofCause(tx, cause);
      if (!planned || planned.seller_id !== tx.actor.organisationId) throw fail('shipment_not_found');
      return this.takeStep.inside(tx, await this.shipments.lock(tx, planned.id), 'deliver', tx.now);
    });
  }
}
