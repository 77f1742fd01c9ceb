import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Tx } from '#platform/database';
import { PolicyQuery } from '#policy';
import { ReviewDesksQuery } from '#sellers';
import { Changes } from '../data/changes.repository.js';
import { ListingWriting } from '../data/listing-writing.js';
import { Listings, type Listing } from '../data/listings.repository.js';
import { offerColumns, Offers, type Offer } from '../data/offers.repository.js';
import { Stock } from '../data/stock.repository.js';
import { SoldVersionQuery } from '../data/sold-version.query.js';
import { SubmissionFactsQuery } from '../data/submission-facts.js';
import { materialChanges } from '../domain/change.rules.js';
import { assertComplete } from '../domain/checklist.js';
import type { OfferTerms } from '../domain/offer-terms.js';
import { fail } from '../domain/listing.errors.js';
import { ListingChangeAsked, ListingChanged } from '../domain/listing.events.js';
import type { ListingInput } from '../domain/listing-content.js';
import { isInShop } from '../domain/listing.states.js';
import { versionOf } from '../domain/listing-version.js';

@Injectable()
export class ChangeListing {
  constructor(
    private readonly work: UnitOfWork,
    private readonly writing: ListingWriting,
    private readonly listings: Listings,
    private readonly offers: Offers,
    private readonly stock: Stock,
    private readonly sold: SoldVersionQuery,
    private readonly changes: Changes,
    private readonly facts: SubmissionFactsQuery,
    private readonly desks: ReviewDesksQuery,
    private readonly policy: PolicyQuery,
  ) {}

  /**
   * The maker writes goods on sale anew. What an officer has nothing to check in takes effect at once; anything else waits
   * for the desk as a whole, and the old version stays for sale for a while. Pieces are counted at once either way.
   * @param assertSeen  throws when the maker had another version before her eyes
   * @returns whether it waits for the desk
   * @throws listing_unknown (404), listing_not_on_sale, change_waits (409), what `ListingWriting` and `assertComplete` throw
   * @rule SM-3   
   */
  run(listingId: string, content: ListingInput, assertSeen: (version: string) => void): Promise<{ waits: boolean }> {
    return this.work.run(async (tx) => {
      await this.stock.holdStill(tx, listingId);
      const listing = await this.listings.lockOwn(tx, listingId);
      const known = await this.offers.ofListing(tx, listingId);
      assertSeen(versionOf(listing, known));
      if (!isInShop(listing.state)) throw fail('listing_not_on_sale', { state: listing.state });
      await this.changes.assertNoneWaits(tx, listingId);
      const { words, offers } = await this.writing.read(tx, content, listing.odop_entry_id);
      const images = await this.listings.imageCountOf(tx, content.images);
      assertComplete(await this.facts.ofWords(tx, { ...words, seller_id: listing.seller_id }, images));
      const after = {
        words: { ...words },
        images: content.images,
        offers: offers.map((terms) => ({
          label: terms.label,
          price_paise: terms.price_paise,
          columns: offerColumns(terms),
        })),
      };
      const rise_max_bp = this.policy.at('listing.price_up_review_bp', tx.now);
      const fields = materialChanges(await this.sold.of(tx, listing), after, rise_max_bp);
      if (fields.length > 0) await this.ask(tx, listing, content, { fields, offers, known });
      else await this.apply(tx, listing, content, offers);
      return { waits: fields.length > 0 };
    });
  }

  private async apply(tx: Tx, listing: Listing, content: ListingInput, offers: readonly OfferTerms[]): Promise<void> {
    await this.offers.replace(tx, listing, offers);
    await this.listings.replaceImages(tx, listing, content.images);
    await this.listings.edit(tx, listing);
    await this.listings.followStock(tx, [listing.id]);
    tx.emit(ListingChanged, { listingId: listing.id, sellerId: listing.seller_id });
  }

  private async ask(
    tx: Tx,
    listing: Listing,
    content: ListingInput,
    change: { fields: string[]; offers: readonly OfferTerms[]; known: readonly Offer[] },
  ): Promise<void> {
    const soldAs = (label: string) => change.known.find((one) => one.label === label && !one.is_withdrawn);
    for (const { label, stock } of change.offers) {
      const offer = soldAs(label);
      if (offer && offer.on_hand !== stock) await this.offers.count(tx, offer, { locationId: null, pieces: stock });
    }
    await this.listings.followStock(tx, [listing.id]);
    await this.listings.assertOwnMedia(tx, listing, content.images);
    const place = { districtId: listing.district_id, stateCode: listing.state_code };
    const desk = await this.desks.of(tx, 'district', place);
    await this.changes.add(tx, {
      ...{ listing_id: listing.id, seller_id: listing.seller_id, content, fields: change.fields },
      priced: change.offers
        .filter(({ label, price_paise }) => soldAs(label)?.price_paise !== price_paise)
        .map(({ label }) => label),
      ...{ desk_id: desk.desk_id, above_desk_id: desk.above_id },
      hide_at: this.policy.deadline('listing.old_version_hours', tx.now),
      due_at: this.policy.deadline('listing.review_days', tx.now),
    });
    tx.audit({ action: 'catalogue.change_asked', object: { kind: 'listing', id: listing.id } });
    tx.emit(ListingChangeAsked, { listingId: listing.id, sellerId: listing.seller_id, deskId: desk.desk_id });
  }
}
