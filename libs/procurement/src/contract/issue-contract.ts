import { Injectable } from '@nestjs/common';
import { HoldStock, type OfferForSale } from '#catalogue';
import type { Tx } from '#platform/database';
import { assert, newId } from '#platform/kernel';
import type { Paise } from '#platform/money';
import { daysAfter } from '#platform/time';
import { PolicyQuery, type Audience, type ParameterKey } from '#policy';
import { PreferencesQuery } from '#sellers';
import { FundsAccount } from '../funds-account.js';
import { ContractEntity } from '../data/procurement.entity.js';
import { Contracts, keptProofs, partiesOf, type Contract } from '../data/contracts.repository.js';
import type { Demand } from '../data/demands.repository.js';
import { nextNumber } from '../data/numbers.js';
import type { Method } from '../procedures.js';
import { ContractIssued } from '../procurement.events.js';
import { contractStates } from './contract.states.js';

/** By which a contract was decided, and what it lives under to its end, whatever the register says later. @rule */
const frozen: readonly ParameterKey[] = [
  'proc.direct.max',
  'proc.l1.max',
  'split.window_days',
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
  demand: Demand;
  audience: Audience;
  offer: Pick<OfferForSale, 'offerId' | 'sellerId' | 'title' | 'price_paise' | 'weight_g'> & { category: string };
  total_paise: Paise;
  /** What the office had ordered in the category within the window before: why this is no splitting, or a justified one. */
  earlier_paise: Paise;
  orderedBy: string;
  method: Method;
  /** The sheet the order was placed from. */
  comparisonId: string | null;
}

@Injectable()
export class IssueContract {
  constructor(
    private readonly policy: PolicyQuery,
    private readonly contracts: Contracts,
    private readonly funds: FundsAccount,
    private readonly preferences: PreferencesQuery,
    private readonly holdStock: HoldStock,
  ) {}

  /**
   * Sanction order and contract with their numbers; the pieces are kept, and the seller's clock starts. It keeps what registers had proved of the
   * seller by then: the year's figures for MSEs, women and SC/ST owners count that, whatever is proved or lapses later.
   * @throws out_of_stock
   * @rule    
   */
  async inside(tx: Tx, terms: ContractTerms): Promise<Contract> {
    const { demand, audience, offer } = terms;
    const id = newId();
    const deliver_by = daysAfter(tx.now, demand.delivery_days);
    await tx.insert(ContractEntity, {
      id,
      number: await nextNumber(tx, 'contract'),
      sanction_number: await nextNumber(tx, 'sanction'),
      demand_id: demand.id,
      method: terms.method,
      comparison_id: terms.comparisonId,
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
      earlier_paise: terms.earlier_paise.toString(),
      justification: demand.justification,
      justified_by: demand.justified_by,
      head_reason: demand.head_reason,
      head_approved_by: demand.head_approved_by,
      policy: this.policy.snapshot(frozen, tx.now, audience),
      seller_preferences: keptProofs(await this.preferences.heldBy(tx, [offer.sellerId], tx.now)),
      state: contractStates.initial,
      deliver_by,
      late_after: deliver_by,
      due_at: this.policy.deadline('order.accept_hours', tx.now, audience),
      version: 1,
      made_at: tx.now,
    });
    const contract = await this.contracts.find(tx, id);
    await this.funds.commit(tx, contract);
    tx.audit({
      action: 'procurement.contract.issue',
      object: { kind: 'contract', id },
      after: {
        state: contract.state,
        total_paise: String(terms.total_paise),
        rates_certified: terms.method === 'direct',
      },
      reason: demand.justification ?? undefined,
    });
    tx.emit(ContractIssued, { ...partiesOf(contract), total_paise: Number(contract.total_paise) });
    await this.keepPieces(tx, contract);
    return contract;
  }

  /** Until the seller has answered. */
  private async keepPieces(tx: Tx, contract: Contract): Promise<void> {
    assert(contract.due_at, 'an issued contract lapses');
    await this.holdStock.inside(tx, {
      cause: { kind: 'contract', id: contract.id },
      lines: [{ offerId: contract.offer_id, quantity: contract.quantity }],
      expiresAt: contract.due_at,
    });
  }
}
