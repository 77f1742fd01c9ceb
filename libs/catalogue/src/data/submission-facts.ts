import { Injectable } from '@nestjs/common';
import { OdopEntriesQuery } from '#odop';
import type { Tx } from '#platform/database';
import { istDay } from '#platform/time';
import { PolicyQuery } from '#policy';
import { LicencesQuery, SellersQuery } from '#sellers';
import { checklistOf, type ChecklistItem, type SubmissionFacts } from '../domain/checklist.js';
import { foodDetails } from '../domain/listing-content.js';
import { Categories } from './categories.repository.js';
import { Listings, type Listing } from './listings.repository.js';

/** The part of the words that the checklist asks about, and whose they are. */
export type DeclaredWords = Pick<Listing, 'seller_id' | 'odop_entry_id' | 'category_id' | 'country_of_origin' | 'hsn'> &
  Pick<Listing, 'parameters' | 'declarations' | 'certifications' | 'food'> & { handmade: string };

/** What decides whether goods may go before the officer, gathered. */
@Injectable()
export class SubmissionFactsQuery {
  constructor(
    private readonly listings: Listings,
    private readonly categories: Categories,
    private readonly sellers: SellersQuery,
    private readonly licences: LicencesQuery,
    private readonly entries: OdopEntriesQuery,
    private readonly policy: PolicyQuery,
  ) {}

  /** Of goods as they stand. */
  async of(tx: Tx, listing: Listing): Promise<SubmissionFacts> {
    return this.ofWords(tx, listing, await this.listings.imageCount(tx, listing.id));
  }

  /** Of what is written about goods, whether it stands already or is to. @param images  different ones */
  async ofWords(tx: Tx, listing: DeclaredWords, images: number): Promise<SubmissionFacts> {
    const entry = listing.odop_entry_id === null ? null : await this.entries.byId(listing.odop_entry_id, tx);
    return {
      images,
      images_min: this.policy.at('listing.images_min', tx.now),
      category: listing.category_id === null ? null : await this.categories.byId(tx, listing.category_id),
      parameters: listing.parameters,
      country_of_origin: listing.country_of_origin,
      declarations: listing.declarations,
      certifications: listing.certifications,
      hsn: listing.hsn,
      food: foodDetails.nullable().parse(listing.food),
      fssai: await this.licences.fssai(tx, listing.seller_id),
      handmade: listing.handmade,
      sellerClass: (await this.sellers.byId(tx, listing.seller_id)).class,
      isGi: entry?.gi === true,
      today: istDay(tx.now),
    };
  }

  /** What is missing of the caller's own goods. @throws listing_unknown (404) @rule S-42 */
  async checklist(tx: Tx, listingId: string): Promise<ChecklistItem[]> {
    return checklistOf(await this.of(tx, await this.listings.lockOwn(tx, listingId)));
  }
}
