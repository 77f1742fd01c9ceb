import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { DomainError } from '#platform/kernel';
import type { Paise } from '#platform/money';
import { PolicyQuery } from '#policy';
import { Offers, type Offer } from '../data/offers.repository.js';
import { assertMayGoOn, bulkFault, matched, type BulkOutcome, type OfferKey } from '../domain/desk/bulk.js';
import { ListingChanged } from '../domain/listing.events.js';
import { assertMayAsk } from '../domain/price.rules.js';

@Injectable()
export class ChangePrices {
  constructor(
    private readonly work: UnitOfWork,
    private readonly offers: Offers,
    private readonly policy: PolicyQuery,
  ) {}

  /**
   * The maker asks other prices for many offers at once, by the rules of `ChangePrice`, in few statements however many there are.
   * @param partial  right rows go in although others are wrong; else none does
   * @throws rows_wrong (422)
   * @rule SM-3 S-60
   */
  run(rows: readonly (OfferKey & { price_paise: Paise })[], partial: boolean): Promise<BulkOutcome> {
    return this.work.run(async (tx) => {
      const { found, wrong } = matched(rows, await this.offers.lockOwnMany(tx, rows));
      const rise_max_bp = this.policy.at('listing.price_up_review_bp', tx.now);
      const wanted: { offer: Offer; price_paise: Paise }[] = [];
      for (const { index, row, offer } of found) {
        try {
          assertMayAsk(offer, row.price_paise, { discount_min_bp: offer.discount_min_bp, rise_max_bp });
          if (row.price_paise !== offer.price_paise) wanted.push({ offer, price_paise: row.price_paise });
        } catch (error) {
          if (!(error instanceof DomainError)) throw error;
          wrong.push(bulkFault(index, row, error));
        }
      }
      assertMayGoOn(wrong, rows.length, partial);
      await this.offers.setPrices(tx, wanted);
      for (const { offer, price_paise } of wanted)
        tx.audit({
          action: 'catalogue.price_changed',
          object: { kind: 'offer', id: offer.id },
          before: { price_paise: String(offer.price_paise) },
          after: { price_paise: String(price_paise) },
        });
      const goods = new Map(wanted.map(({ offer }) => [offer.listing_id, offer.seller_id]));
      for (const [listingId, sellerId] of goods) tx.emit(ListingChanged, { listingId, sellerId });
      const unchanged = rows.length - wrong.length - wanted.length;
      return { changed: wanted.length, unchanged, wrong: wrong.sort((a, b) => a.index - b.index) };
    });
  }
}
