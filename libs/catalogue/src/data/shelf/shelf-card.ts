import { z } from 'zod';
import { odopEntryStateNames } from '#odop';
import { handmades } from '../../domain/listing-content.js';

/** Paise, as text from a column and as a number from within JSON. */
const paise = z.union([z.string(), z.number()]).transform(BigInt);

/** What a list shows of goods. */
export const cardRow = z.object({
  listing_id: z.string(),
  seller_id: z.string(),
  odop_entry_id: z.string().nullable(),
  district_slug: z.string(),
  state_code: z.string(),
  price_paise: paise,
  rating_tenths: z.number(),
  in_stock: z.boolean(),
  card: z.object({
    title: z.string(),
    common_name: z.string(),
    handmade: z.enum(handmades),
    country_of_origin: z.string(),
    live_at: z.string(),
    /** Not yet in rows that were written before there were reviews. */
    reviews: z.number().default(0),
    mrp_paise: paise,
    image_id: z.string().nullable(),
    image_alt: z.string().nullable(),
    image_width_px: z.number().nullable().default(null),
    image_height_px: z.number().nullable().default(null),
    product: z.string().nullable(),
    entry_state: z.enum(odopEntryStateNames).nullable(),
    gi: z.boolean(),
    district_name: z.string(),
    state_name: z.string(),
    seller_name: z.string(),
    seller_place: z.string(),
    seller_state_code: z.string(),
  }),
  /** Her certificates for the GIs of the product: they hold from one day to another, so they are read, not kept. */
  authorisations: z.array(
    z.object({ state: z.enum(['claimed', 'verified', 'rejected']), valid_from: z.string(), valid_to: z.string() }),
  ),
  /** The legal day of the answer. */
  today: z.string(),
});
export type ShelfCard = z.infer<typeof cardRow>;

/** Columns of a card, of a row of the shelf called `s`. */
export const cardColumns = `
  s.listing_id, s.seller_id, s.odop_entry_id, s.district_slug, s.state_code, s.price_paise, s.rating_tenths, s.in_stock, s.card,
  case when (s.card ->> 'gi')::boolean then (
    select coalesce(jsonb_agg(jsonb_build_object('state', a.state, 'valid_from', a.valid_from, 'valid_to', a.valid_to)), '[]')
      from odop.v_entry_gi g join sellers.v_gi_authorisation a on a.gi_id = g.gi_id and a.seller_id = s.seller_id
     where g.entry_id = s.odop_entry_id) else '[]' end as authorisations,
  (platform.now() at time zone 'Asia/Kolkata')::date::text as today`;
