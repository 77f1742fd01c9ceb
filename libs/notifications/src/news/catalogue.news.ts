import { ListingLive, ListingReturned, ListingSubmitted } from '#catalogue';
import { about, districtOfficers, maker, type Desk } from './about.js';

const toMaker = async ({ listingId, sellerId }: { listingId: string; sellerId: string }, { tx, facts }: Desk) => ({
  maker: { to: maker(sellerId), values: { title: (await facts.goods(tx, listingId)).title } },
});

/** Goods on their way to the shop window. */
export const aboutCatalogue = [
  about('catalogue.listing_submitted', ListingSubmitted, async ({ listingId }, { tx, facts }) => {
    const { title, shop, district_id } = await facts.goods(tx, listingId);
    return { officer: { to: districtOfficers(district_id), values: { title, shop } } };
  }),
  about('catalogue.listing_live', ListingLive, toMaker),
  about('catalogue.listing_returned', ListingReturned, toMaker),
];
