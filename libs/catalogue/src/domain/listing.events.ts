import { z } from 'zod';
import { event } from '#platform/kernel';

const listing = z.object({ listingId: z.uuid(), sellerId: z.uuid() });

export const ListingSubmitted = event('catalogue.listing_submitted', listing);
export const ListingReturned = event('catalogue.listing_returned', listing);
export const ListingEscalated = event('catalogue.listing_escalated', listing);
/** Goods are on sale for the first time, or again after a review. */
export const ListingLive = event('catalogue.listing_live', listing);
export const ListingSoldOut = event('catalogue.listing_sold_out', listing);
export const LowStock = event(
  'catalogue.low_stock',
  listing.extend({ offerId: z.uuid(), onHand: z.int().nonnegative() }),
);
