import { z } from 'zod';
import { odopEntryStateNames, sectors } from '#odop';
import type { Tx } from '#platform/database';
import { paiseColumn } from '#platform/money';
import { sellerClasses } from '#sellers';
import { addDays } from '#platform/time';
import { carries, certification, certificationKinds } from '../../domain/declarations.js';
import { hasFree } from '../stock.sql.js';
import { shownOffers } from '../selling.sql.js';
import { handmades } from '../../domain/listing-content.js';
import { tagsOf } from '../../domain/shelf/facets.js';
import { fairRating_bp } from '../../domain/reviews/review.rules.js';
import { completeness_bp, standingOf } from '../../domain/shelf/ranking.rules.js';
import { phraseSounds, wordsVector } from '../../domain/shelf/shelf-words.js';
import { storefrontsOf } from '../../domain/storefronts.js';

const sourceRow = z.object({
  id: z.uuid(),
  seller_id: z.uuid(),
  odop_entry_id: z.uuid().nullable(),
  title: z.string(),
  description: z.string(),
  common_name: z.string(),
  brand: z.string().nullable(),
  handmade: z.enum(handmades),
  country_of_origin: z.string(),
  live_at: z.date(),
  has_size: z.boolean(),
  has_care: z.boolean(),
  price_paise: paiseColumn,
  mrp_paise: paiseColumn,
  in_stock: z.boolean(),
  rating_tenths: z.number(),
  reviews: z.number(),
  stars_sum: z.number(),
  images: z.number(),
  image_id: z.uuid().nullable(),
  image_alt: z.string().nullable(),
  image_width_px: z.number().nullable(),
  image_height_px: z.number().nullable(),
  translations: z.record(z.string(), z.object({ title: z.string() })),
  serves_pins: z.array(z.string()).nullable(),
  /** The category and those above it, nearest first. */
  categories: z.array(z.object({ slug: z.string(), name: z.string() })),
  certifications: z.array(certification),
  has_gift_wrap: z.boolean(),
  /** The ODOP product; null: goods of a general category. */
  product: z.string().nullable(),
  sector: z.enum(sectors).nullable(),
  entry_state: z.enum(odopEntryStateNames).nullable(),
  gi: z.boolean(),
  entry_names: z.array(z.string()),
  district_slug: z.string(),
  district_name: z.string(),
  district_names: z.array(z.string()),
  state_code: z.string(),
  state_name: z.string(),
  seller_name: z.string(),
  seller_class: z.enum(sellerClasses),
  seller_place: z.string(),
  seller_state_code: z.string(),
  /** What registers prove of the maker now, with the last day on which it holds. */
  proofs: z.array(z.object({ flag: z.enum(['women', 'startup']), valid_to: z.string() })),
  /** The legal day. */
  today: z.string(),
});
export type ShelfSource = z.infer<typeof sourceRow>;

/** Goods of a selling maker, but for those whose paper ended. @rule SM-1 SM-3 */
export const shown = `l.state in ('live', 'out_of_stock') and s.is_selling
   and not (s.hides_food and catalogue.is_food(l.hsn)) and not (s.hides_gi and coalesce(e.gi, false))`;

/** Those of the listings that everybody may see now, with all that the shelf says of them. @rule SM-1 SM-3 */
export const readShown = (tx: Tx, listingIds: readonly string[]): Promise<ShelfSource[]> =>
  tx.many(
    sourceRow,
    `select l.id, l.seller_id, l.odop_entry_id, l.title, l.description, l.common_name, l.brand, l.handmade, l.country_of_origin,
            l.live_at, l.length_mm is not null as has_size, l.care is not null as has_care, p.price_paise, p.mrp_paise,
            l.state = 'live' and exists (select from ${shownOffers} and ${hasFree('o.id')}) as in_stock,
            coalesce(v.rating_tenths, 0) as rating_tenths, coalesce(v.reviews, 0) as reviews, coalesce(v.stars_sum, 0) as stars_sum,
            (select count(*)::integer from catalogue.listing_image m where m.listing_id = l.id) as images,
            i.media_id as image_id, i.alt as image_alt, im.width_px as image_width_px, im.height_px as image_height_px,
            l.translations, l.serves_pins, l.certifications, l.gift_wrap_paise is not null as has_gift_wrap,
            (with recursive up as (
               select c.category_id, c.slug, c.name, c.parent_id, 1 as height
                 from catalogue.v_category c where c.category_id = l.category_id
               union all
               select c.category_id, c.slug, c.name, c.parent_id, up.height + 1
                 from catalogue.v_category c join up on c.category_id = up.parent_id where up.height < 10)
             select coalesce(jsonb_agg(jsonb_build_object('slug', slug, 'name', name) order by height), '[]') from up)
              as categories,
            e.product, e.sector, e.state as entry_state, coalesce(e.gi, false) as gi,
            coalesce((select n.names from odop.v_entry_names n where n.entry_id = e.id), '{}') as entry_names,
            d.slug as district_slug, d.name as district_name, d.state_code, d.state_name,
            (select n.names from odop.v_district_names n where n.district_id = d.id) as district_names,
            s.name as seller_name, s.class as seller_class, s.place as seller_place, s.state_code as seller_state_code,
            coalesce((select jsonb_agg(jsonb_build_object('flag', f.flag, 'valid_to', f.valid_to)) from sellers.v_proof f
                       where f.seller_id = l.seller_id and f.valid_to >= (platform.now() at time zone 'Asia/Kolkata')::date),
                     '[]') as proofs,
            (platform.now() at time zone 'Asia/Kolkata')::date::text as today
       from catalogue.listing l
       join sellers.v_seller s on s.seller_id = l.seller_id
       join odop.v_district d on d.id = l.district_id
       left join odop.v_entry e on e.id = l.odop_entry_id
       cross join lateral (select o.price_paise, o.mrp_paise from ${shownOffers} order by o.price_paise, o.id limit 1) p
       left join catalogue.listing_image i on i.listing_id = l.id and i.position = 1
       left join catalogue.v_rating v on v.subject_id = l.id
       left join catalogue.media im on im.id = i.media_id
      where l.id = any($1::uuid[]) and ${shown}
      order by l.id`,
    [listingIds],
  );

/** A row of the shelf as it is written; money as text, because JSON has no whole numbers of that size. */
export interface ShelfRow {
  listing_id: string;
  seller_id: string;
  odop_entry_id: string | null;
  category_slug: string | null;
  district_slug: string;
  state_code: string;
  live_at: string;
  price_paise: string;
  country_of_origin: string;
  rating_tenths: number;
  rating_bp: number;
  complete_bp: number;
  in_stock: boolean;
  standing: number;
  tags: string[];
  words: string;
  card: object;
  /** First legal day on which the row no longer says what is so; null: none is known. */
  stale_on: string | null;
}

/** Equals stand by lot: the last letters of an id are random. */
const lotOf = (listingId: string): number => Number.parseInt(listingId.slice(-3), 16) % 1_024;

export function shelfRowOf(goods: ShelfSource): ShelfRow {
  const rating_bp = fairRating_bp(goods);
  const complete_bp = completeness_bp({ ...goods, description_length: goods.description.length });
  return {
    listing_id: goods.id,
    seller_id: goods.seller_id,
    odop_entry_id: goods.odop_entry_id,
    category_slug: goods.categories[0]?.slug ?? null,
    district_slug: goods.district_slug,
    state_code: goods.state_code,
    live_at: goods.live_at.toISOString(),
    price_paise: String(goods.price_paise),
    country_of_origin: goods.country_of_origin,
    rating_tenths: goods.rating_tenths,
    rating_bp,
    complete_bp,
    in_stock: goods.in_stock,
    standing: standingOf({ in_stock: goods.in_stock, rating_bp, complete_bp }) * 1_024 + lotOf(goods.id),
    tags: tagsOf({
      ...goods,
      categories: goods.categories.map((category) => category.slug),
      storefronts: storefrontsOfGoods(goods),
      pin_prefixes: goods.serves_pins ?? [],
    }),
    words: wordsVector({
      title: [goods.title, goods.common_name, ...Object.values(goods.translations).map((words) => words.title)],
      product: [goods.product ?? '', ...goods.entry_names, ...goods.categories.map((category) => category.name)],
      place: [goods.district_name, ...goods.district_names, goods.state_name, goods.seller_name, goods.brand ?? ''],
      rest: [goods.handmade === 'none' ? '' : goods.handmade, goods.description],
    }),
    card: cardOf(goods),
    stale_on: staleOn(goods),
  };
}

/** The windows of the bazaar the goods stand in today. @rule */
function storefrontsOfGoods(goods: ShelfSource): string[] {
  return storefrontsOf(
    {
      categories: goods.categories.map((category) => category.slug),
      hasOdopEntry: goods.odop_entry_id !== null,
      isGi: goods.gi,
      handmade: goods.handmade,
      state_code: goods.state_code,
      marks: certificationKinds.filter((kind) => carries(goods.certifications, kind, goods.today)),
      hasGiftWrap: goods.has_gift_wrap,
    },
    { class: goods.seller_class, flags: goods.proofs.map((proof) => proof.flag) },
  );
}

/** Marks and proofs hold until a day, and storefronts follow them: the day after the first of them ends. */
function staleOn({ certifications, proofs, today }: ShelfSource): string | null {
  const ends = [...certifications.map((one) => one.validTo), ...proofs.map((one) => one.valid_to)];
  const later = ends.filter((day) => day !== null && day >= today);
  const next = later.reduce((first, day) => (first === null || day! < first ? day : first), null);
  return next === null ? null : addDays(next, 1);
}

/** Under what the goods are proposed: the ODOP product, or the category where there is none. */
const kindOf = (goods: ShelfSource): string => goods.product ?? goods.categories[0]?.name ?? goods.common_name;

/** What lists show, and does not change by itself from one day to the next. */
const cardOf = (goods: ShelfSource) => ({
  title: goods.title,
  common_name: goods.common_name,
  handmade: goods.handmade,
  country_of_origin: goods.country_of_origin,
  live_at: goods.live_at.toISOString(),
  reviews: goods.reviews,
  mrp_paise: String(goods.mrp_paise),
  image_id: goods.image_id,
  image_alt: goods.image_alt,
  image_width_px: goods.image_width_px,
  image_height_px: goods.image_height_px,
  product: goods.product,
  kind: kindOf(goods),
  entry_state: goods.entry_state,
  gi: goods.gi,
  district_name: goods.district_name,
  state_name: goods.state_name,
  seller_name: goods.seller_name,
  seller_place: goods.seller_place,
  seller_state_code: goods.seller_state_code,
});

/** What the goods are proposed as while somebody types, under the sound of each word and what follows it. */
export function phrasesOf(goods: ShelfSource): { kind: string; phrase: string; sound: string }[] {
  const said = [
    { kind: 'product', phrase: kindOf(goods) },
    { kind: 'goods', phrase: goods.common_name },
    { kind: 'district', phrase: goods.district_name },
  ];
  return said.flatMap(({ kind, phrase }) => phraseSounds(phrase).map((sound) => ({ kind, phrase, sound })));
}
