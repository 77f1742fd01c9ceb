import { z } from 'zod';
import { wishes_max, type StockWish } from '#catalogue';

const stockWish = z
  .strictObject({
    offerId: z.uuid(),
    listingId: z.uuid(),
    title: z.string(),
    label: z.string().describe('the variant'),
    askedAt: z.iso.datetime(),
  })
  .meta({ id: 'StockWish' });
export const stockWishes = z.strictObject({ items: z.array(stockWish).max(wishes_max) }).meta({ id: 'StockWishes' });

export const viewOfWish = (row: StockWish): z.input<typeof stockWish> => ({
  offerId: row.offer_id,
  listingId: row.listing_id,
  title: row.title,
  label: row.label,
  askedAt: row.asked_at.toISOString(),
});
