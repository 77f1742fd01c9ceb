import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Tx } from '#platform/database';
import { Changes, type Change, type ChangeLine } from '../data/changes.repository.js';
import { ListingWriting } from '../data/listing-writing.js';
import { Listings, type Listing } from '../data/listings.repository.js';
import { Offers } from '../data/offers.repository.js';
import { Stock } from '../data/stock.repository.js';
import { SubmissionFactsQuery } from '../data/submission-facts.js';
import type { OfferTerms } from '../domain/offer-terms.js';
import { assertComplete } from '../domain/checklist.js';
import { fail } from '../domain/listing.errors.js';
import { ListingChangeApproved, ListingChanged, ListingLive } from '../domain/listing.events.js';

@Injectable()
export class ApproveChange {
  constructor(
    private readonly work: UnitOfWork,
    private readonly changes: Changes,
    private readonly listings: Listings,
    private readonly writing: ListingWriting,
    private readonly offers: Offers,
    private readonly stock: Stock,
    private readonly facts: SubmissionFactsQuery,
  ) {}

  /** One on the desk of the caller's office, for the look-up of the path. @throws change_unknown (404) @rule S-42 */
  find(tx: Tx, changeId: string): Promise<ChangeLine> {
    return this.changes.findOnDesk(tx, changeId);
  }

  /**
   * The officer puts a new version in the place of the old one; what was written is held against the registers of today.
   * Pieces, and prices the maker did not ask for in it, stay as they are now. Of two officers at once the first one decides.
   * @throws change_unknown (404), change_decided (409), own_goods (403), what `ListingWriting` and `assertComplete` throw
   * @rule SM-3 S-28 S-42
   */
  run(changeId: string): Promise<void> {
    return this.work.run(async (tx) => {
      const { listing_id } = await this.find(tx, changeId);
      await this.stock.holdStill(tx, listing_id);
      const listing = await this.listings.lock(tx, listing_id);
      const change = await this.changes.lock(tx, changeId);
      if (change.decided_at !== null) throw fail('change_decided');
      await this.listings.assertOthers(tx, listing.seller_id);
      await this.apply(tx, listing, change);
      await this.changes.decide(tx, change, 'approved', null);
      const told = { listingId: listing.id, sellerId: listing.seller_id };
      if (listing.state === 'in_review') {
        await this.listings.move(tx, { ...listing, version: listing.version + 1 }, 'approve');
        tx.emit(ListingLive, told);
      } else tx.emit(ListingChanged, told);
      await this.listings.followStock(tx, [listing.id]);
      tx.audit({ action: 'catalogue.change_approved', object: { kind: 'listing', id: listing.id } });
      tx.emit(ListingChangeApproved, told);
    });
  }

  private async apply(tx: Tx, listing: Listing, change: Change): Promise<void> {
    const { content } = change;
    const { words, offers } = await this.writing.read(tx, content, listing.odop_entry_id, listing.seller_id);
    const images = await this.listings.imageCountOf(tx, content.images);
    const facts = await this.facts.ofWords(tx, { ...words, seller_id: listing.seller_id }, images);
    assertComplete(facts);
    await this.listings.rewrite(tx, listing, { ...words, fssai: facts.fssai });
    await this.offers.replace(tx, listing, await this.asSoldNow(tx, listing, offers, change.priced));
    await this.offers.review(tx, listing);
    await this.listings.replaceImages(tx, listing, content.images);
  }

  /** Time has passed since it was written: pieces were sold, prices lowered. */
  private async asSoldNow(
    tx: Tx,
    listing: Listing,
    offers: readonly OfferTerms[],
    priced: readonly string[],
  ): Promise<OfferTerms[]> {
    const sold = await this.offers.ofListing(tx, listing.id);
    return offers.map((terms) => {
      const now = sold.find(({ label }) => label === terms.label);
      if (!now) return terms;
      const asked = priced.includes(terms.label) || now.is_withdrawn ? terms.price_paise : now.price_paise;
      const price_paise = asked > terms.mrp_paise ? terms.mrp_paise : asked;
      return { ...terms, price_paise, stock: now.on_hand };
    });
  }
}
