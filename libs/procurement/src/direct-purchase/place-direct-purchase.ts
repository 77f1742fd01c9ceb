import { Injectable } from '@nestjs/common';
import { HoldStock, OffersQuery, type OfferForSale } from '#catalogue';
import { UnitOfWork, type Tx } from '#platform/database';
import { assert, newId } from '#platform/kernel';
import type { Paise } from '#platform/money';
import { addDays, istDay, startOfIstDay } from '#platform/time';
import { PolicyQuery } from '#policy';
import { IssueContract } from '../contract/issue-contract.js';
import type { Contract } from '../data/contracts.repository.js';
import { Contracts } from '../data/contracts.repository.js';
import { Demands, type Demand } from '../data/demands.repository.js';
import { leastFormalMode, mayUse, splitting, type Ceilings } from '../method/choose.js';
import { Officers, officerOf } from '../office.js';
import { fail } from '../procurement.errors.js';

export interface DirectPurchase {
  demandId: string;
  offerId: string;
  /** Why orders that add up above the ceiling are no splitting; the competent authority reads it. */
  justification: string | null;
}

@Injectable()
export class PlaceDirectPurchase {
  constructor(
    private readonly work: UnitOfWork,
    private readonly demands: Demands,
    private readonly officers: Officers,
    private readonly contracts: Contracts,
    private readonly offers: OffersQuery,
    private readonly policy: PolicyQuery,
    private readonly holdStock: HoldStock,
    private readonly issueContract: IssueContract,
  ) {}

  /**
   * Buys the demanded quantity from any seller who meets it, without comparing prices, up to the ceiling of the day.
   * @throws demand_not_found · acts_not_separate · duties_not_separate · offer_not_for_sale · offer_not_available · delivery_too_slow · funds_too_small · mode_not_allowed ·
   *         split_warning · split_block · out_of_stock · illegal_transition
   * @rule    
   */
  run(order: DirectPurchase): Promise<Contract> {
    return this.work.run(async (tx) => {
      const { personId, officeId } = officerOf(tx);
      const demand = await this.demands.lock(tx, order.demandId);
      if (demand.office_id !== officeId) throw fail('demand_not_found');
      await this.officers.assertMay(tx, 'place_order', demand.id);
      await this.demands.move(tx, demand, 'place');
      const offer = await this.suitableOffer(tx, order.offerId, demand);
      const total_paise = offer.price_paise * BigInt(demand.quantity);
      if (total_paise > demand.estimate_paise) {
        throw fail('funds_too_small', {
          value_paise: String(total_paise),
          blocked_paise: String(demand.estimate_paise),
        });
      }
      const category = offer.hsn.slice(0, 4);
      await this.checkMode(tx, officeId, total_paise, category, order.justification);
      const contractId = newId();
      const contract = await this.issueContract.inside(tx, {
        contractId,
        demand,
        offer: { ...offer, category },
        total_paise,
        orderedBy: personId,
        justification: order.justification,
      });
      assert(contract.due_at, 'an issued contract lapses');
      const lines = [{ offerId: offer.offerId, quantity: demand.quantity }];
      await this.holdStock.inside(tx, {
        cause: { kind: 'contract', id: contractId },
        lines,
        expiresAt: contract.due_at,
      });
      return contract;
    });
  }

  private async suitableOffer(tx: Tx, offerId: string, demand: Demand): Promise<OfferForSale> {
    const [offer] = await this.offers.forSale(tx, [offerId]);
    const { quantity, delivery_days } = demand;
    assert(offer, 'the catalogue answers every offer or refuses');
    if (quantity < offer.minQty || quantity > (offer.maxQty ?? Infinity))
      throw fail('offer_not_available', { offerId });
    if (offer.leadDays > delivery_days) {
      throw fail('delivery_too_slow', { needed_days: delivery_days, offered_days: offer.leadDays });
    }
    return offer;
  }

  /** The ceilings of this moment, and what the office ordered in this category lately. */
  private async checkMode(
    tx: Tx,
    officeId: string,
    value_paise: Paise,
    category: string,
    justification: string | null,
  ): Promise<void> {
    const audience = { buyerOrg: officeId };
    const ceilings: Ceilings = {
      direct_max_paise: this.policy.at('proc.direct.max', tx.now, audience),
      l1_max_paise: this.policy.at('proc.l1.max', tx.now, audience),
    };
    if (!mayUse('direct', value_paise, ceilings)) {
      throw fail('mode_not_allowed', {
        value_paise: String(value_paise),
        ceiling_paise: String(ceilings.direct_max_paise),
        suggest: leastFormalMode(value_paise, ceilings),
      });
    }
    const window_days = this.policy.at('split.window_days', tx.now, audience);
    const since = startOfIstDay(addDays(istDay(tx.now), -window_days));
    const earlier_paise = await this.contracts.orderedSince(tx, officeId, category, since);
    const sum_paise = String(earlier_paise + value_paise);
    const found = splitting('direct', value_paise, earlier_paise, ceilings);
    if (found === 'block')
      throw fail('split_block', { sum_paise, ceiling_paise: String(ceilings.l1_max_paise), window_days });
    if (found === 'warning' && justification === null) {
      throw fail('split_warning', { sum_paise, ceiling_paise: String(ceilings.direct_max_paise), window_days });
    }
  }
}
