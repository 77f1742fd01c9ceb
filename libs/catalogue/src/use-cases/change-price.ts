import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import type { Paise } from '#platform/money';
import { PolicyQuery } from '#policy';
import { Offers } from '../data/offers.repository.js';
import { ListingChanged } from '../domain/listing.events.js';
import { assertMayAsk } from '../domain/price.rules.js';

@Injectable()
export class ChangePrice {
  constructor(
    private readonly work: UnitOfWork,
    private readonly offers: Offers,
    private readonly policy: PolicyQuery,
  ) {}

  /**
   * The maker asks another price: any lower one, or one that is only a little higher than now and than what an officer saw
   * last. Orders keep the price they were placed at.
   * @throws offer_unknown (404), price_above_mrp, discount_too_small, price_rise_needs_review (422)
   * @rule SM-3
   */
  run(offerId: string, price_paise: Paise): Promise<void> {
    return this.work.run(async (tx) => {
      const offer = await this.offers.lockOwn(tx, offerId);
      const discount_min_bp = await this.offers.discountMin_bp(tx, offer.listing_id);
      const rise_max_bp = this.policy.at('listing.price_up_review_bp', tx.now);
      assertMayAsk(offer, price_paise, { discount_min_bp, rise_max_bp });
      await this.offers.setPrices(tx, [{ offer, price_paise }]);
      tx.audit({
        action: 'catalogue.price_changed',
        object: { kind: 'offer', id: offerId },
        before: { price_paise: String(offer.price_paise) },
        after: { price_paise: String(price_paise) },
      });
      tx.emit(ListingChanged, { listingId: offer.listing_id, sellerId: offer.seller_id });
    });
  }
}
