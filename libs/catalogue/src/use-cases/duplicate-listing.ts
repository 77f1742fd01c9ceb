import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { OwnContentsQuery } from '../data/desk/own-contents.query.js';
import { fail } from '../domain/listing.errors.js';
import { DraftListing } from './draft-listing.js';

@Injectable()
export class DuplicateListing {
  constructor(
    private readonly work: UnitOfWork,
    private readonly contents: OwnContentsQuery,
    private readonly draftListing: DraftListing,
  ) {}

  /**
   * A draft like goods the maker has, with the same pictures. Her numbers of them and the pieces stay with the first ones.
   * @throws listing_unknown (404) and what `DraftListing` throws
   * @rule S-42 SM-3
   */
  run(listingId: string): Promise<{ listingId: string }> {
    return this.work.run(async (tx) => {
      const own = await this.contents.of(tx, tx.actor.organisationId ?? '', [listingId]);
      const found = own.get(listingId);
      if (!found) throw fail('listing_unknown');
      const offers = found.content.offers.map((offer) => ({ ...offer, sku: null, gtin: null, stock: 0 }));
      return this.draftListing.run({ ...found.content, offers });
    });
  }
}
