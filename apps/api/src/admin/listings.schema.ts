import { z } from 'zod';
import type { Likeness, OwnListing } from '#catalogue';
import { ownListing, viewOfOwnListing } from '../seller/listings.schema.js';

const likeness = z
  .strictObject({
    mediaId: z.uuid().describe('the picture of these goods'),
    distance_bits: z.int().describe('how far apart the two pictures are, of 128 bits; 0: the same to the eye'),
    listing: z.strictObject({ id: z.uuid(), title: z.string(), liveAt: z.iso.datetime() }),
    maker: z.strictObject({ id: z.uuid(), name: z.string() }),
  })
  .meta({ id: 'Likeness' });

/** A listing as the desk reads it. */
export const deskListing = ownListing
  .extend({
    resembles: z
      .array(likeness)
      .max(20)
      .describe(
        'goods of other makers that had such a picture before: a copied design? It decides nothing by itself (R-9.3)',
      ),
  })
  .meta({ id: 'DeskListing' });

export const viewOfDeskListing = (row: OwnListing, alike: readonly Likeness[]): z.input<typeof deskListing> => ({
  ...viewOfOwnListing(row),
  resembles: alike.map((one) => ({
    mediaId: one.media_id,
    distance_bits: one.distance,
    listing: { id: one.listing_id, title: one.title, liveAt: one.live_at.toISOString() },
    maker: { id: one.seller_id, name: one.seller_name },
  })),
});
