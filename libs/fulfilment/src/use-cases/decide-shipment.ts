import { Injectable } from '@nestjs/common';
import { seeingAll, UnitOfWork, type Tx } from '#platform/database';
import { assertFreshSecondFactor } from '#platform/kernel';
import { PolicyQuery } from '#policy';
import { Shipments, type Shipment } from '../data/shipments.repository.js';
import { fail } from '../domain/shipment.errors.js';
import type { ShipmentOutcome } from '../domain/delivery-code.js';
import { TakeStep } from './take-step.js';

const steps = { delivered: 'deliver', lost: 'lose' } as const;

@Injectable()
export class DecideShipment {
  constructor(
    private readonly work: UnitOfWork,
    private readonly shipments: Shipments,
    private readonly takeStep: TakeStep,
    private readonly policy: PolicyQuery,
  ) {}

  /**
   * The desk decides about the parcel of an order that a maker carries herself, or sent with a carrier of her own, and of which
   * nobody says anything: it has arrived, or it is lost. The order goes on from there, and both sides are told by it.
   * @param reason  what the auditor reads
   * @throws shipment_not_found (404) · illegal_transition, carried_by_courier, shipment_not_overdue (409) · second_factor_needed (403)
   * @rule SM-5 S-28
   */
  run(shipmentId: string, outcome: ShipmentOutcome, reason: string): Promise<Shipment> {
    return this.work.run(async (tx) => {
      assertFreshSecondFactor(tx.actor, new Date());
      return seeingAll(tx, () => this.decide(tx, shipmentId, outcome, reason));
    });
  }

  private async decide(tx: Tx, shipmentId: string, outcome: ShipmentOutcome, reason: string): Promise<Shipment> {
    const shipment = await this.shipments.lock(tx, shipmentId);
    if (shipment.cause.kind !== 'order') throw fail('shipment_not_found'); // goods of contracts are counted by their consignee
    this.takeStep.assertSelfCarried(shipment, steps[outcome]);
    const until = this.policy.deadline('shipment.delivery_alarm_days', shipment.state_since);
    if (until > tx.now) throw fail('shipment_not_overdue', { until: until.toISOString() });
    if (outcome === 'lost') return this.takeStep.inside(tx, shipment, 'lose', tx.now, reason);
    await this.shipments.noteProof(tx, shipment.id, 'desk');
    return this.takeStep.inside(tx, { ...shipment, delivery_proof: 'desk' }, 'deliver', tx.now, reason);
  }
}
