import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { Listings } from '../data/listings.repository.js';
import { Offers } from '../data/offers.repository.js';
import { ListingWriting } from '../data/listing-writing.js';
import type { ListingInput } from '../domain/listing-content.js';
import { fail } from '../domain/listing.errors.js';
import { isOpenToChange } from '../domain/listing.states.js';

@Injectable()
export class ReviseListing {
  constructor(
    private readonly work: UnitOfWork,
    private readonly writing: ListingWriting,
    private readonly listings: Listings,
    private readonly offers: Offers,
  ) {}

  /**
   * Writes a draft, or one that came back from review, anew.
   * @param version  the version the maker had before her eyes
   * @throws listing_unknown (404), listing_changed (412), listing_closed (409)
   * @rule SM-3
   */
  run(listingId: string, content: ListingInput, assertVersion: (version: number) => void): Promise<void> {
    return this.work.run(async (tx) => {
      const listing = await this.listings.lockOwn(tx, listingId);
      assertVersion(listing.version);
      if (!isOpenToChange(listing.state)) throw fail('listing_closed', { state: listing.state });
      const { words, offers } = await this.writing.read(tx, content);
      await this.listings.rewrite(tx, listing, words);
      await this.offers.replace(tx, listing, offers);
      await this.listings.replaceImages(tx, listing, content.images);
    });
  }
}
