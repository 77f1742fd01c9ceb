import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform/database';
import type { Paise } from '#platform/money';
import { daysAfter } from '#platform/time';
import { PolicyQuery, type ParameterKey } from '#policy';
import { ContractEntity } from '../data/procurement.entity.js';
import { Contracts, partiesOf, type Contract } from '../data/contracts.repository.js';
import type { Demand } from '../data/demands.repository.js';
import { nextNumber } from '../data/numbers.js';
import { ContractIssued } from '../procurement.events.js';
import { contractStates } from './contract.states.js';

/** What a contract lives under to its end, whatever the register says later. @rule */
const frozen: readonly ParameterKey[] = [
  'proc.direct.max',
  'order.accept_hours',
  'prc.auto_hours',
  'crac.days',
  'auto_crac_days',
  'pay.days_after_crac',
  'ld.pct_per_week',
  'ld.cap_pct',
  'ld.week_days',
];

export interface ContractTerms {
  contractId: string;
  demand: Demand;
  offer: { offerId: string; sellerId: string; title: string; price_paise: Paise; weight_g: number; category: string };
  total_paise: Paise;
  orderedBy: string;
  justification: string | null;
}

@Injectable()
export class IssueContract {
  constructor(
    private readonly policy: PolicyQuery,
    private readonly contracts: Contracts,
  ) {}

  /** Sanction order and contract with their numbers; the seller's clock starts. @rule   */
  async inside(tx: Tx, terms: ContractTerms): Promise<Contract> {
    const { demand, offer } = terms;
    const audience = { buyerOrg: demand.office_id };
    await tx.insert(ContractEntity, {
      id: terms.contractId,
      number: await nextNumber(tx, 'contract'),
      sanction_number: await nextNumber(tx, 'sanction'),
      demand_id: demand.id,
      method: 'direct',
      office_id: demand.office_id,
      seller_id: offer.sellerId,
      offer_id: offer.offerId,
      title: offer.title,
      category: offer.category,
      quantity: demand.quantity,
      weight_g: offer.weight_g,
      unit_price_paise: offer.price_paise.toString(),
      total_paise: terms.total_paise.toString(),
      consignee_id: demand.consignee_id,
      consignee_post_id: demand.consignee_post_id,
      to_pincode: demand.to_pincode,
      ordered_by: terms.orderedBy,
      justification: terms.justification,
      policy: this.policy.snapshot(frozen, tx.now, audience),
      state: contractStates.initial,
      deliver_by: daysAfter(tx.now, demand.delivery_days),
      due_at: this.policy.deadline('order.accept_hours', tx.now, audience),
      version: 1,
      made_at: tx.now,
    });
    const contract = await this.contracts.find(tx, terms.contractId);
    tx.emit(ContractIssued, { ...partiesOf(contract), total_paise: Number(contract.total_paise) });
    return contract;
  }
}
