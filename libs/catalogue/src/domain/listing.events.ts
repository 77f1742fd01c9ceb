import { z } from 'zod';
import { event } from '#platform/kernel';

const listing = z.object({ listingId: z.uuid(), sellerId: z.uuid() });

export const ListingSubmitted = event('catalogue.listing_submitted', listing);
export const ListingReturned = event('catalogue.listing_returned', listing);
export const ListingEscalated = event('catalogue.listing_escalated', listing);
/** Goods are on sale for the first time, or again after a review. */
export const ListingLive = event('catalogue.listing_live', listing);
export const ListingSoldOut = event('catalogue.listing_sold_out', listing);
/** There are pieces again of goods that were sold out. */
export const ListingRestocked = event('catalogue.listing_restocked', listing);
/** What the shop shows of goods on sale is another: words, pictures or a price. */
export const ListingChanged = event('catalogue.listing_changed', listing);
/** Its maker took it from the shop for a while. */
export const ListingPaused = event('catalogue.listing_paused', listing);
/** It is shown again as it was. */
export const ListingResumed = event('catalogue.listing_resumed', listing);
export const ListingRetired = event('catalogue.listing_retired', listing);
export const LowStock = event(
  'catalogue.low_stock',
  listing.extend({ offerId: z.uuid(), onHand: z.int().nonnegative() }),
);
