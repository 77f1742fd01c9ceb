import { Injectable } from '@nestjs/common';
import { OffersQuery, servesPin, unitPriceOf, type OfferForSale } from '#catalogue';
import { UnitOfWork, type Tx } from '#platform/database';
import { assert } from '#platform/kernel';
import { IssueContract } from '../contract/issue-contract.js';
import type { Contract } from '../data/contracts.repository.js';
import { Demands, type Demand } from '../data/demands.repository.js';
import { OfficeAudienceQuery } from '../data/office-audience.query.js';
import { AssertMode } from '../method/assert-mode.js';
import { SplitWarnings } from '../method/split-warnings.js';
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
    private readonly assertMode: AssertMode,
    private readonly issueContract: IssueContract,
    private readonly warnings: SplitWarnings,
  ) {}

  /**
   * Buys the demanded quantity from any seller who meets it, without comparing prices, up to the ceiling of the day.
   * @throws demand_not_found · acts_not_separate · duties_not_separate · offer_not_for_sale · offer_not_available ·
   *         delivery_too_slow · funds_too_small · mode_not_allowed · split_warning · split_block · out_of_stock ·
   *         illegal_transition
   * @rule    
   */
  run(order: DirectPurchase): Promise<Contract> {
    return this.warnings.keeping(
      async () => order.demandId,
      () => this.place(order),
    );
  }

  private place(order: DirectPurchase): Promise<Contract> {
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
      const earlier_paise = await this.assertMode.inside(tx, {
        ...{ asked: 'direct' as const, officeId, audience, value_paise: total_paise, category },
        ...{
          isJustified: demand.justification !== null,
          mayPass: demand.head_approved_by !== null,
          demandId: demand.id,
        },
      });
      const terms = { demand, audience, offer: { ...offer, price_paise, category }, total_paise, earlier_paise };
      const how = { orderedBy: personId, method: 'direct', comparisonId: null } as const;
      return this.issueContract.inside(tx, { ...terms, ...how });
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
}
