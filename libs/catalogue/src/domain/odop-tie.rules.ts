import { takesNewListings, type EntryGround, type OdopEntryView } from '#odop';
import { mayList, type SellerFacts } from '#sellers';
import { fail } from './listing.errors.js';

/**
 * Goods are tied to an ODOP entry of their maker's district, or of the one hers was divided from, by a verified maker, while
 * the entry is live and takes goods. Where a division took the entry along, what she had listed under it goes on.
 * @param ground  whose makers may list under the entry
 * @param isListed  whether these goods stand under it already
 * @throws seller_not_listing (409), odop_entry_unknown, odop_entry_of_other_district, odop_entry_not_live (422)
 * @rule SM-3
 */
export function assertMayTie(
  seller: Pick<SellerFacts, 'state' | 'district_id'>,
  entry: Pick<OdopEntryView, 'state' | 'takes_listings' | 'district_id' | 'district_name' | 'product'> | null,
  ground: readonly EntryGround[],
  isListed: boolean,
): asserts entry is NonNullable<typeof entry> {
  if (!mayList(seller.state)) throw fail('seller_not_listing', { state: seller.state });
  if (entry === null) throw fail('odop_entry_unknown');
  if (!ground.some((one) => one.district_id === seller.district_id && (isListed || !one.is_former))) {
    throw fail('odop_entry_of_other_district', { product: entry.product, district: entry.district_name });
  }
  if (!takesNewListings(entry)) throw fail('odop_entry_not_live', { product: entry.product });
}
