import { Injectable } from '@nestjs/common';
import { HoldStock, OffersQuery, servesPin, unitPriceOf, type OfferForSale } from '#catalogue';
import { UnitOfWork, type Tx } from '#platform/database';
import { assert } from '#platform/kernel';
import { IssueContract } from '../contract/issue-contract.js';
import type { Contract } from '../data/contracts.repository.js';
import { Demands, type Demand } from '../data/demands.repository.js';
import { OfficeAudienceQuery } from '../data/office-audience.query.js';
import { AssertDirectPurchase } from '../method/assert-direct-purchase.js';
import { Officers, officerOf } from '../office.js';
import { fail } from '../procurement.errors.js';

export interface DirectPurchase {
  demandId: string;
  offerId: string;
  /** The buyer certifies that the rates are reasonable: without comparing prices nobody else does. */
  certifiesRates: true;
}

@Injectable()
export class PlaceDirectPurchase {
  constructor(
    private readonly work: UnitOfWork,
    private readonly demands: Demands,
    private readonly officers: Officers,
    private readonly offers: OffersQuery,
    private readonly audiences: OfficeAudienceQuery,
    private readonly assertDirectPurchase: AssertDirectPurchase,
    private readonly holdStock: HoldStock,
    private readonly issueContract: IssueContract,
  ) {}

  /**
   * Buys the demanded quantity from any seller who meets it, without comparing prices, up to the ceiling of the day.
   * @throws demand_not_found · acts_not_separate · duties_not_separate · offer_not_for_sale · offer_not_available ·
   *         delivery_too_slow · funds_too_small · mode_not_allowed · split_warning · split_block · out_of_stock ·
   *         illegal_transition
   * @rule    
   */
  run(order: DirectPurchase): Promise<Contract> {
    return this.work.run(async (tx) => {
      const { personId, officeId } = officerOf(tx);
      const demand = await this.demands.lockOf(tx, order.demandId, officeId);
      await this.officers.assertMay(tx, 'place_order', demand.id);
      await this.demands.move(tx, demand, 'place');
      const offer = await this.suitableOffer(tx, order.offerId, demand);
      const price_paise = unitPriceOf(offer, demand.quantity, 'government');
      const total_paise = price_paise * BigInt(demand.quantity);
      if (total_paise > demand.estimate_paise) {
        throw fail('funds_too_small', {
          value_paise: String(total_paise),
          blocked_paise: String(demand.estimate_paise),
        });
      }
      const category = offer.hsn.slice(0, 4);
      const audience = await this.audiences.of(tx, officeId);
      const earlier_paise = await this.assertDirectPurchase.inside(tx, {
        ...{ officeId, audience, value_paise: total_paise, category },
        isJustified: demand.justification !== null,
      });
      const terms = { demand, audience, offer: { ...offer, price_paise, category }, total_paise, earlier_paise };
      const contract = await this.issueContract.inside(tx, { ...terms, orderedBy: personId });
      await this.keepPieces(tx, contract);
      return contract;
    });
  }

  private async suitableOffer(tx: Tx, offerId: string, demand: Demand): Promise<OfferForSale> {
    const [offer] = await this.offers.forSale(tx, [offerId]);
    const { quantity, delivery_days } = demand;
    assert(offer, 'the catalogue answers every offer or refuses');
    const isWanted = demand.odop_entry_id === null || demand.odop_entry_id === offer.odopEntryId;
    const isServed = servesPin(offer.servesPins, demand.to_pincode);
    if (!isWanted || !isServed || quantity < offer.minQty || quantity > (offer.maxQty ?? Infinity))
      throw fail('offer_not_available', { offerId });
    if (offer.leadDays > delivery_days) {
      throw fail('delivery_too_slow', { needed_days: delivery_days, offered_days: offer.leadDays });
    }
    return offer;
  }

  /** Until the seller has answered. @throws out_of_stock */
  private async keepPieces(tx: Tx, contract: Contract): Promise<void> {
    assert(contract.due_at, 'an issued contract lapses');
    await this.holdStock.inside(tx, {
      cause: { kind: 'contract', id: contract.id },
      lines: [{ offerId: contract.offer_id, quantity: contract.quantity }],
      expiresAt: contract.due_at,
    });
  }
}
