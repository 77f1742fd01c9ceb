import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { odopEntryStateNames } from '#odop';
import { ReadClient } from '#platform/database';
import { keyset, type PageRequest } from '#platform/http';
import { paiseColumn } from '#platform/money';
import { sellerClasses } from '#sellers';
import { goldenParameter } from '../domain/category.js';
import { certification, declarations } from '../domain/declarations.js';
import { fail } from '../domain/listing.errors.js';
import { foodDetails, handmades, units } from '../domain/listing-content.js';
import { parameterValues } from './listings.repository.js';
import { quantityBreaks } from './offers.repository.js';
import { hasFree } from './stock.sql.js';
import { shownOffers } from './selling.sql.js';

const cardRow = z.object({
  id: z.uuid(),
  title: z.string(),
  common_name: z.string(),
  handmade: z.enum(handmades),
  country_of_origin: z.string(),
  live_at: z.date(),
  live_key: z.string(),
  price_paise: paiseColumn,
  mrp_paise: paiseColumn,
  in_stock: z.boolean(),
  image_id: z.uuid().nullable(),
  image_alt: z.string().nullable(),
  image_width_px: z.number().nullable(),
  image_height_px: z.number().nullable(),
  odop_entry_id: z.uuid().nullable(),
  product: z.string().nullable(),
  entry_state: z.enum(odopEntryStateNames).nullable(),
  category_slug: z.string().nullable(),
  category_name: z.string().nullable(),
  district_slug: z.string(),
  district_name: z.string(),
  state_code: z.string(),
  state_name: z.string(),
  seller_id: z.uuid(),
  seller_name: z.string(),
  seller_place: z.string(),
  gi: z.boolean(),
  seller_state_code: z.string(),
  reviews: z.number(),
  rating_tenths: z.number(),
  /** Her certificates for the GIs of the product. */
  authorisations: z.array(
    z.object({ state: z.enum(['claimed', 'verified', 'rejected']), valid_from: z.string(), valid_to: z.string() }),
  ),
  /** The legal day of the answer: certificates hold from one day to another. */
  today: z.string(),
});
/** Goods on a page of the shop. */
export type ListingCard = z.infer<typeof cardRow>;

const amount = z.number().transform(BigInt);
const pageRow = cardRow.extend({
  description: z.string(),
  asked: z.array(goldenParameter),
  parameters: parameterValues,
  declarations,
  certifications: z.array(certification),
  translations: z.record(z.string(), z.object({ title: z.string(), description: z.string() })),
  serves_pins: z.array(z.string()).nullable(),
  gift_wrap_paise: paiseColumn.nullable(),
  brand: z.string().nullable(),
  hsn: z.string(),
  gst_rate_key: z.string(),
  unit: z.enum(units),
  net_quantity: z.number(),
  net_unit: z.enum(units),
  weight_g: z.number(),
  length_mm: z.number().nullable(),
  width_mm: z.number().nullable(),
  height_mm: z.number().nullable(),
  care: z.string().nullable(),
  food: foodDetails.nullable(),
  fssai: z.string().nullable(),
  seller_class: z.enum(sellerClasses),
  seller_reviews: z.number(),
  seller_rating_tenths: z.number(),
  seller_pincode: z.string(),
  images: z.array(z.object({ media_id: z.uuid(), alt: z.string(), width_px: z.number(), height_px: z.number() })),
  offers: z.array(
    z.object({
      id: z.uuid(),
      label: z.string(),
      price_paise: amount,
      mrp_paise: amount,
      lead_days: z.number(),
      min_quantity: z.number(),
      max_quantity: z.number(),
      in_stock: z.boolean(),
      seller_id: z.uuid(),
      seller_name: z.string(),
      seller_place: z.string(),
      options: z.record(z.string(), z.string()),
      sku: z.string().nullable(),
      gtin: z.string().nullable(),
      is_made_to_order: z.boolean(),
      quantity_breaks: quantityBreaks,
      government_price_paise: amount.nullable(),
    }),
  ),
});
/** Goods on their own page. */
export type ListingPage = z.infer<typeof pageRow>;

export interface ListingFilter {
  district_slug?: string;
  state_code?: string;
  odop_entry_id?: string;
  seller_id?: string;
  /** ISO code, two letters. */
  country_of_origin?: string;
  text?: string;
}

/** The whole sort key of the newest-first list. */
export const listingKey = z.tuple([z.string(), z.uuid()]);

const card = `
       l.id, l.title, l.common_name, l.handmade, l.country_of_origin, l.live_at, l.live_at::text as live_key,
       p.price_paise, p.mrp_paise,
       l.state = 'live' and exists (select from ${shownOffers} and ${hasFree('o.id')}) as in_stock,
       i.media_id as image_id, i.alt as image_alt, im.width_px as image_width_px, im.height_px as image_height_px,
       l.odop_entry_id, e.product, e.state as entry_state, d.slug as district_slug, d.name as district_name, d.state_code, d.state_name,
       s.seller_id, s.name as seller_name, s.place as seller_place,
       coalesce(v.reviews, 0) as reviews, coalesce(v.rating_tenths, 0) as rating_tenths,
       coalesce(e.gi, false) as gi, c.slug as category_slug, c.name as category_name, s.state_code as seller_state_code, (platform.now() at time zone 'Asia/Kolkata')::date::text as today,
       case when e.gi then (
         select coalesce(jsonb_agg(jsonb_build_object('state', a.state, 'valid_from', a.valid_from, 'valid_to', a.valid_to)),
                         '[]')
           from odop.v_entry_gi g join sellers.v_gi_authorisation a on a.gi_id = g.gi_id and a.seller_id = l.seller_id
          where g.entry_id = l.odop_entry_id) else '[]' end as authorisations`;

const from = `
  from catalogue.listing l
  join sellers.v_seller s on s.seller_id = l.seller_id
  join odop.v_district d on d.id = l.district_id
  left join odop.v_entry e on e.id = l.odop_entry_id
  left join catalogue.category c on c.id = l.category_id
  left join catalogue.v_rating v on v.subject_id = l.id
  cross join lateral (select o.price_paise, o.mrp_paise from ${shownOffers} order by o.price_paise, o.id limit 1) p
  left join catalogue.listing_image i on i.listing_id = l.id and i.position = 1
  left join catalogue.media im on im.id = i.media_id`;

/** Goods of a selling maker, but for those whose paper ended. @rule SM-1 SM-3 */
const shown = `l.state in ('live', 'out_of_stock') and s.is_selling
   and not (s.hides_food and catalogue.is_food(l.hsn)) and not (s.hides_gi and coalesce(e.gi, false))`;

/** Words are found anywhere; near misses count only when nothing has them, as they cost ten times as much. */
const fits = `
       ${shown}
   and ($1::text is null or l.district_id = (select id from odop.v_district where slug = $1))
   and ($2::text is null or l.state_code = $2)
   and ($3::uuid is null or l.odop_entry_id = $3)
   and ($4::uuid is null or l.seller_id = $4)
   and ($5::text is null or l.country_of_origin = $5)
   and ($6::text is null
        or l.search_text like $7
        or (l.search_text %> $6
            and not exists (select from catalogue.listing x
                             where x.state in ('live', 'out_of_stock') and x.search_text like $7)))`;

const filterValues = (filter: ListingFilter) => [
  filter.district_slug ?? null,
  filter.state_code ?? null,
  filter.odop_entry_id ?? null,
  filter.seller_id ?? null,
  filter.country_of_origin ?? null,
  filter.text?.toLowerCase() ?? null,
  filter.text === undefined ? null : anywhere(filter.text),
];

/** The shop's questions: read by everybody, so never through a transaction or a private table (section 5). */
@Injectable()
export class ListingsQuery {
  constructor(private readonly read: ReadClient) {}

  /** Goods everybody may see, newest first. */
  page(filter: ListingFilter, request: PageRequest<z.infer<typeof listingKey>>): Promise<ListingCard[]> {
    const part = keyset(request, ['l.live_at', 'l.id'], 'desc', 8);
    return this.read.many(
      cardRow,
      `select ${card} ${from} where ${fits} ${part.where} order by ${part.orderBy} limit ${part.limit}`,
      [...filterValues(filter), ...part.values],
    );
  }

  /** How many fit. */
  async count(filter: ListingFilter): Promise<number> {
    const row = await this.read.maybe(
      z.object({ count: z.number() }),
      `select count(*)::integer as count ${from} where ${fits}`,
      filterValues(filter),
    );
    return row!.count;
  }

  /** For what stands beside goods: there as long as they are. @throws listing_unknown (404) @rule SM-3 */
  async assertShown(id: string): Promise<void> {
    const sql = `select l.id ${from} where l.id = $1 and ${shown}`;
    if ((await this.read.maybe(z.object({ id: z.uuid() }), sql, [id], 'once')) === null) throw fail('listing_unknown');
  }

  /** One of them with all it declares, or null. @rule   */
  one(id: string): Promise<ListingPage | null> {
    return this.read.maybe(
      pageRow,
      `select ${card}, l.description, l.brand, l.hsn, l.gst_rate_key, l.unit, l.net_quantity, l.net_unit, l.weight_g,
              l.length_mm, l.width_mm, l.height_mm, l.care, l.food, l.fssai, s.class as seller_class,
              s.pincode as seller_pincode, coalesce(c.parameters, '[]') as asked, l.parameters, l.declarations,
              coalesce(sv.reviews, 0) as seller_reviews, coalesce(sv.rating_tenths, 0) as seller_rating_tenths,
              l.certifications, l.translations, l.serves_pins, l.gift_wrap_paise,
              (select coalesce(jsonb_agg(jsonb_build_object('media_id', m.media_id, 'alt', m.alt, 'width_px', f.width_px,
                                                         'height_px', f.height_px) order by m.position), '[]')
                 from catalogue.listing_image m join catalogue.media f on f.id = m.media_id where m.listing_id = l.id) as images,
              (select jsonb_agg(jsonb_build_object(
                        'id', o.id, 'label', o.label, 'price_paise', o.price_paise, 'mrp_paise', o.mrp_paise,
                        'lead_days', o.lead_days, 'min_quantity', o.min_quantity, 'max_quantity', o.max_quantity,
                        'options', o.options, 'sku', o.sku, 'gtin', o.gtin, 'is_made_to_order', o.is_made_to_order,
                        'quantity_breaks', o.quantity_breaks, 'government_price_paise', o.government_price_paise,
                        'in_stock', l.state = 'live' and ${hasFree('o.id')}, 'seller_id', o.seller_id, 'seller_name', os.name,
                        'seller_place', os.place)
                        order by o.seller_id <> l.seller_id, o.seller_id, o.position, o.id)
                 from ${shownOffers}) as offers
         ${from}
         left join catalogue.v_rating sv on sv.subject_id = l.seller_id
        where l.id = $1 and ${shown}`,
      [id],
      'once',
    );
  }
}

/** A LIKE pattern for text that may stand anywhere, its own signs taken as they are. */
const anywhere = (text: string): string => `%${text.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
