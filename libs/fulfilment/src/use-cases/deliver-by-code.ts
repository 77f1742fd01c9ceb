import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import type { Cause } from '#platform/kernel';
import { Shipments, type Shipment } from '../data/shipments.repository.js';
import { code_tries_max, triesToday } from '../domain/delivery-code.js';
import { fail } from '../domain/shipment.errors.js';
import { DeliveryCodes } from './delivery-codes.js';
import { TakeStep } from './take-step.js';

@Injectable()
export class DeliverByCode {
  constructor(
    private readonly work: UnitOfWork,
    private readonly shipments: Shipments,
    private readonly takeStep: TakeStep,
    private readonly codes: DeliveryCodes,
  ) {}

  /**
   * The maker says that a parcel she carried, or sent with a carrier of her own, has arrived, and proves it with the code its
   * receiver told at the door. A wrong code counts although it is refused: so many a day, then tomorrow. What was proved is
   * answered again.
   * @throws shipment_not_found, also for another's · illegal_transition · carried_by_courier · delivery_code_locked · delivery_code_wrong
   * @rule SM-5
   */
  async run(cause: Cause, code: string): Promise<Shipment> {
    const outcome = await this.work.runAlone(async (tx) => {
      const planned = await this.shipments.ofCause(tx, cause);
      if (!planned || planned.seller_id !== tx.actor.organisationId) throw fail('shipment_not_found');
      const shipment = await this.shipments.lock(tx, planned.id);
      if (wasProved(shipment) && this.codes.is(shipment.id, code)) return shipment;
      this.takeStep.assertSelfCarried(shipment, 'deliver');
      const tries = triesToday(shipment, tx.now);
      if (tries >= code_tries_max) throw fail('delivery_code_locked', { tries_max: code_tries_max });
      if (!this.codes.is(shipment.id, code)) {
        await this.shipments.noteTry(tx, shipment.id, tries + 1);
        return { left: code_tries_max - tries - 1 };
      }
      await this.shipments.noteProof(tx, shipment.id, 'code');
      return this.takeStep.inside(tx, { ...shipment, delivery_proof: 'code' }, 'deliver', tx.now);
    });
    if ('left' in outcome) throw fail('delivery_code_wrong', outcome);
    return outcome;
  }
}

/** Whoever says it again has lost the answer. */
const wasProved = ({ own_carrier, state, delivery_proof }: Shipment): boolean =>
  own_carrier && state === 'delivered' && delivery_proof === 'code';
