import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform/database';
import { DomainError, newId } from '#platform/kernel';
import type { ListingInput } from '../domain/listing-content.js';
import type { Written } from './listing-writing.js';
import { assertKnown, Listings } from './listings.repository.js';
import { Offers } from './offers.repository.js';
import { StockLocations } from './stock-locations.repository.js';

/** Goods that are not there yet, held against the registers. */
export type FreshGoods = Written & Pick<ListingInput, 'images'>;

/** New goods, by hand or from a sheet: nobody else sees them yet. @rule SM-3 */
@Injectable()
export class Drafts {
  constructor(
    private readonly listings: Listings,
    private readonly offers: Offers,
    private readonly locations: StockLocations,
  ) {}

  /**
   * Drafts of one maker, in one statement for each table however many they are. Whatever cannot be written is left out, the
   * others are.
   * @returns for each, same order, its id, or why it was left out: offer_code_taken (409), media_unknown (404)
   * @rule S-42
   */
  async add(tx: Tx, sellerId: string, all: readonly FreshGoods[]): Promise<(string | DomainError)[]> {
    const wanted = all.flatMap((one) => one.offers);
    const taken = await this.offers.taken(tx, sellerId, wanted);
    const pictures = all.flatMap(({ images }) => images.map((image) => image.mediaId));
    const own = await this.listings.ownMedia(tx, sellerId, pictures);
    const fit: (FreshGoods & { id: string })[] = [];
    const told = all.map((one) => {
      const refusal = refusalOf(() => {
        taken.assertFree(one.offers);
        assertKnown(own, one.images);
      });
      if (refusal !== null) return refusal;
      taken.take(one.offers);
      const id = newId();
      fit.push({ ...one, id });
      return id;
    });
    if (fit.length > 0) await this.write(tx, sellerId, fit);
    return told;
  }

  private async write(tx: Tx, seller_id: string, all: readonly (FreshGoods & { id: string })[]): Promise<void> {
    await this.listings.add(
      tx,
      all.map(({ id, words, seller: { district_id, state_code } }) => ({
        ...words,
        ...{ id, seller_id, district_id, state_code },
      })),
    );
    await this.locations.openFirst(tx, seller_id);
    await this.offers.add(
      tx,
      all.flatMap(({ id, offers }) =>
        offers.map((terms, i) => ({ listing_id: id, seller_id, position: i + 1, terms })),
      ),
    );
    await this.listings.addImages(tx, all);
  }
}

function refusalOf(asserts: () => void): DomainError | null {
  try {
    asserts();
    return null;
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
}
