import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { Listings } from '../data/listings.repository.js';
import { Offers } from '../data/offers.repository.js';
import { Stock } from '../data/stock.repository.js';
import { ListingWriting } from '../data/listing-writing.js';
import type { ListingInput } from '../domain/listing-content.js';
import { fail } from '../domain/listing.errors.js';
import { isOpenToChange } from '../domain/listing.states.js';
import { versionOf } from '../domain/listing-version.js';

@Injectable()
export class ReviseListing {
  constructor(
    private readonly work: UnitOfWork,
    private readonly writing: ListingWriting,
    private readonly listings: Listings,
    private readonly offers: Offers,
    private readonly stock: Stock,
  ) {}

  /**
   * Writes a draft, or one that came back from review, anew.
   * @param assertSeen  throws when the maker had another version before her eyes
   * @throws listing_unknown (404), listing_closed (409)
   * @rule SM-3
   */
  run(listingId: string, content: ListingInput, assertSeen: (version: string) => void): Promise<void> {
    return this.work.run(async (tx) => {
      await this.stock.holdStill(tx, listingId);
      const listing = await this.listings.lockOwn(tx, listingId);
      assertSeen(versionOf(listing, await this.offers.ofListing(tx, listingId)));
      if (!isOpenToChange(listing.state)) throw fail('listing_closed', { state: listing.state });
      const { words, offers } = await this.writing.read(tx, content, listing.odop_entry_id);
      await this.listings.rewrite(tx, listing, words);
      await this.offers.replace(tx, listing, offers);
      await this.listings.replaceImages(tx, listing, content.images);
    });
  }
}
