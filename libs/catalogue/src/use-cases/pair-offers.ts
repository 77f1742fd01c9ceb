import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Tx } from '#platform/database';
import { LicencesQuery, mayList, SellersQuery } from '#sellers';
import { Categories } from '../data/categories.repository.js';
import { Listings, type Listing } from '../data/listings.repository.js';
import { Offers } from '../data/offers.repository.js';
import { Pairings } from '../data/pairings.repository.js';
import { StockLocations } from '../data/stock-locations.repository.js';
import { isFood } from '../domain/food.rules.js';
import { ListingChanged, ListingPaired } from '../domain/listing.events.js';
import { fail } from '../domain/listing.errors.js';
import { hasMakers, pairedTerms, type PairedInput } from '../domain/pairing.rules.js';
import { assertDiscount } from '../domain/price.rules.js';

@Injectable()
export class PairOffers {
  constructor(
    private readonly work: UnitOfWork,
    private readonly listings: Listings,
    private readonly offers: Offers,
    private readonly pairings: Pairings,
    private readonly locations: StockLocations,
    private readonly sellers: SellersQuery,
    private readonly licences: LicencesQuery,
    private readonly categories: Categories,
  ) {}

  /**
   * A verified seller sells what another makes: her offers stand beside the maker's, on the maker's variants. She says price,
   * pieces and time; words, pictures, MRP and options are the maker's. Said again, they replace her earlier ones. The first
   * time the maker is told.
   * @throws listing_unknown, seller_unknown (404), seller_not_listing, listing_not_on_sale, pair_own_goods, maker_not_selling,
   *   pairing_ended_by_maker, stock_below_reserved, offer_code_taken (409), category_without_makers, variant_unknown,
   *   offer_label_twice, price_above_mrp, quantity_range_empty, offer_terms_unfit, discount_too_small, fssai_missing (422)
   * @rule SM-3 
   */
  run(listingId: string, wanted: readonly PairedInput[]): Promise<void> {
    return this.work.run(async (tx) => {
      const listing = await this.listings.lockShown(tx, listingId);
      const sellerId = await this.reseller(tx, listing);
      const pairing = await this.pairings.find(tx, listingId, sellerId);
      if (pairing?.ended_by === 'maker') throw fail('pairing_ended_by_maker');
      const terms = pairedTerms(await this.offers.ofListing(tx, listingId), wanted);
      const discount_min_bp = await this.offers.discountMin_bp(tx, listingId);
      for (const one of terms) assertDiscount(one, discount_min_bp);
      await this.locations.openFirst(tx, sellerId);
      if (pairing === null || pairing.ended_at !== null) {
        await this.listings.pair(tx, listing);
        await this.pairings.begin(tx, { listing_id: listingId, seller_id: sellerId, maker_id: listing.seller_id });
        tx.emit(ListingPaired, { listingId, sellerId: listing.seller_id, resellerId: sellerId });
      }
      await this.offers.replace(tx, { id: listingId, seller_id: sellerId }, terms);
      await this.listings.followStock(tx, [listingId]);
      tx.emit(ListingChanged, { listingId, sellerId: listing.seller_id });
    });
  }

  /** Who may sell goods of another. @returns her id */
  private async reseller(tx: Tx, listing: Listing): Promise<string> {
    const { organisationId } = tx.actor;
    if (organisationId === null) throw fail('seller_not_listing', { state: 'nobody' });
    const seller = await this.sellers.byId(tx, organisationId);
    if (!mayList(seller.state)) throw fail('seller_not_listing', { state: seller.state });
    if (seller.seller_id === listing.seller_id) throw fail('pair_own_goods');
    const maker = await this.sellers.standing(tx, listing.seller_id);
    if (!maker.mayList) throw fail('maker_not_selling');
    const category = listing.category_id === null ? null : await this.categories.byId(tx, listing.category_id);
    if (category && !hasMakers(category.quadrant)) throw fail('category_without_makers', { category: category.name });
    const isLicensed = !isFood(listing.hsn) || (await this.licences.fssai(tx, seller.seller_id)) !== null;
    if (!isLicensed) throw fail('fssai_missing');
    return seller.seller_id;
  }
}
