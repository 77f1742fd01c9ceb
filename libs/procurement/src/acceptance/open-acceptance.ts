import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform/database';
import { hoursAfter } from '#platform/time';
import { frozenValue } from '#policy';
import type { Contract } from '../data/contracts.repository.js';
import { AcceptanceEntity } from '../data/procurement.entity.js';
import { acceptanceStates } from './acceptance.states.js';

@Injectable()
export class OpenAcceptance {
  /** A delivery waits for the consignee; without a receipt it counts as received after its hours. @rule */
  async inside(tx: Tx, contract: Contract, shipmentId: string, deliveredAt: Date): Promise<void> {
    await tx.insert(AcceptanceEntity, {
      shipment_id: shipmentId,
      contract_id: contract.id,
      office_id: contract.office_id,
      seller_id: contract.seller_id,
      consignee_id: contract.consignee_id,
      consignee_post_id: contract.consignee_post_id,
      state: acceptanceStates.initial,
      ordered: contract.quantity,
      accepted: null,
      rejected: null,
      short: null,
      reason: null,
      delivered_at: deliveredAt,
      received_at: null,
      received_by: null,
      judged_at: null,
      judged_by: null,
      due_at: hoursAfter(deliveredAt, frozenValue(contract.policy, 'prc.auto_hours')),
      remind_at: null,
    });
  }
}
