import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { newId } from '#platform/kernel';
import { Listings } from '../data/listings.repository.js';
import { Offers } from '../data/offers.repository.js';
import { StockLocations } from '../data/stock-locations.repository.js';
import { ListingWriting } from '../data/listing-writing.js';
import type { ListingInput } from '../domain/listing-content.js';

@Injectable()
export class DraftListing {
  constructor(
    private readonly work: UnitOfWork,
    private readonly writing: ListingWriting,
    private readonly listings: Listings,
    private readonly offers: Offers,
    private readonly locations: StockLocations,
  ) {}

  /**
   * A verified maker describes goods of her district. Nobody else sees them yet.
   * @rule SM-3  
   */
  run(content: ListingInput): Promise<{ listingId: string }> {
    return this.work.run(async (tx) => {
      const { words, offers, seller } = await this.writing.read(tx, content);
      const listing = { id: newId(), seller_id: seller.seller_id };
      await this.listings.add(tx, {
        ...words,
        ...listing,
        district_id: seller.district_id,
        state_code: seller.state_code,
      });
      await this.locations.openFirst(tx, seller.seller_id);
      await this.offers.replace(tx, listing, offers);
      await this.listings.replaceImages(tx, listing, content.images);
      return { listingId: listing.id };
    });
  }
}
