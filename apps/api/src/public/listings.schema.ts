import { z } from 'zod';
import {
  certification,
  declarations,
  extentsOf,
  foodDetails,
  goodsSlug,
  handmades,
  inLanguage,
  languages,
  pictureSizes,
  units,
  unitSalePrice,
  type Language,
  type ListingCard,
  type ListingPage,
  type PictureSize,
  type ShelfCard,
} from '#catalogue';
import { standingOf, standings } from '#odop';
import { money, moneySchema } from '#platform/money';
import { giBadge, giBadges, sellerClasses } from '#sellers';
import { namedValue, quantityBreak, sizeOf, viewOfTerms } from '../seller/listings.schema.js';
import { briefRating, ratingBrief } from './reviews.schema.js';
import { slug, stateName } from './names.schema.js';

/** Prices are asked again when an order is placed, so a page may be a little old. */
export const listingsMaxAge_s = 30;
/** A rendition never changes; but its goods may be blocked, and then it is shown no longer than a day. */
export const pictureMaxAge_s = 86_400;

const pictureSize = z.strictObject({ url: z.string(), width_px: z.int(), height_px: z.int() });
const image = z
  .strictObject({
    mediaId: z.uuid(),
    alt: z.string(),
    sizes: z
      .strictObject({ small: pictureSize, medium: pictureSize, large: pictureSize })
      .nullable()
      .describe('for `srcset`: AVIF, WebP or JPEG, by the Accept header; null: not measured yet'),
  })
  .meta({ id: 'ListingImage' });

/** A picture with the address of each of its sizes. */
function viewOfImage(mediaId: string, alt: string, width_px: number | null, height_px: number | null) {
  if (width_px === null || height_px === null) return { mediaId, alt, sizes: null };
  const extents = extentsOf({ width_px, height_px });
  const size = (name: PictureSize) => ({ url: `/v1/public/media/${mediaId}?size=${name}`, ...extents[name] });
  return { mediaId, alt, sizes: { small: size('small'), medium: size('medium'), large: size('large') } };
}

export const pictureQuery = z.strictObject({
  size: z.enum(pictureSizes).default('large').describe('longest side: 320, 800 or 1600 pixels'),
});

export const listingCard = z
  .strictObject({
    id: z.uuid(),
    slug: z.string().describe('for the address of its page; leads there whatever it is called later'),
    title: z.string(),
    commonName: z.string(),
    handmade: z.enum(handmades),
    countryOfOrigin: z.string(),
    price: moneySchema.describe('of the cheapest variant, taxes included'),
    mrp: moneySchema,
    inStock: z.boolean(),
    image: image.nullable(),
    odopEntry: z
      .strictObject({
        id: z.uuid(),
        product: z.string(),
        standing: z
          .enum(standings)
          .describe('listed now; suspended: no new goods under it for now; earlier: an earlier ODOP product'),
      })
      .nullable()
      .describe('null: goods of a general category'),
    giBadge: z
      .enum(giBadges)
      .nullable()
      .describe('gi_product: its maker may carry the GI; gi_region: the product is one, of her it says nothing'),
    district: z.strictObject({ slug, name: z.string() }),
    state: stateName,
    maker: z.strictObject({ id: z.uuid(), name: z.string(), place: z.string() }),
    liveAt: z.iso.datetime(),
    rating: ratingBrief.nullable().describe('of buyers who received the goods; null: none yet'),
  })
  .meta({ id: 'ListingCard' });

const offer = z
  .strictObject({
    id: z.uuid(),
    label: z.string(),
    price: moneySchema.describe('for one, taxes included'),
    mrp: moneySchema,
    leadDays: z.int().describe('days to make and pack'),
    minQuantity: z.int(),
    maxQuantity: z.int(),
    inStock: z.boolean(),
    seller: z
      .strictObject({ id: z.uuid(), name: z.string(), place: z.string() })
      .describe('who sells it: the maker herself, or another'),
    options: z.array(namedValue).max(4),
    sku: z.string().nullable(),
    gtin: z.string().nullable().describe('GTIN-14'),
    isMadeToOrder: z.boolean(),
    quantityBreaks: z.array(quantityBreak).max(5),
    governmentPrice: moneySchema.nullable().describe('what public buyers pay, where it is lower'),
    unitSalePrice: z
      .strictObject({ price: moneySchema, per: z.enum(units) })
      .describe('by weight, volume, length or number, as the law of packages asks'),
  })
  .meta({ id: 'Offer' });

export const listing = listingCard
  .extend({
    category: z.strictObject({ slug, name: z.string() }).nullable(),
    description: z.string(),
    language: z.string().describe('of title and description: the one asked for, or en'),
    parameters: z
      .array(
        z.strictObject({
          key: z.string(),
          name: z.string(),
          value: z.union([z.string(), z.number(), z.boolean()]),
          unit: z.string().nullable(),
        }),
      )
      .max(30)
      .describe('what its category asks, so that offers can be compared'),
    madeBy: declarations.shape.madeBy.unwrap().unwrap().extend({ name: z.string(), address: z.string() }),
    consumerCare: declarations.shape.consumerCare.unwrap(),
    certifications: z.array(certification).max(10),
    servesPins: z.array(z.string()).max(100).nullable().describe('beginnings of PIN codes; null: everywhere'),
    giftWrap: moneySchema.nullable().describe('what wrapping as a gift costs; null: not offered'),
    brand: z.string().nullable().describe('null: handmade, unbranded'),
    hsn: z.string(),
    gstRateKey: z.string(),
    unit: z.enum(units),
    netQuantity: z.strictObject({ value: z.int(), unit: z.enum(units) }),
    weight_g: z.int(),
    size_mm: z.strictObject({ length: z.int(), width: z.int(), height: z.int() }).nullable(),
    care: z.string().nullable(),
    food: foodDetails.extend({ fssai: z.string() }).nullable(),
    gi: z.boolean().describe('its ODOP product is a registered geographical indication'),
    maker: listingCard.shape.maker.extend({
      class: z.enum(sellerClasses),
      pincode: z.string(),
      rating: ratingBrief.nullable().describe('over all her goods'),
    }),
    images: z.array(image).max(12),
    offers: z.array(offer).max(1_000).describe('the maker’s first, then those of others who sell it'),
  })
  .meta({ id: 'Listing' });

export const viewOfCard = (row: ListingCard): z.input<typeof listingCard> => ({
  id: row.id,
  slug: goodsSlug(row.title, row.id),
  title: row.title,
  commonName: row.common_name,
  handmade: row.handmade,
  countryOfOrigin: row.country_of_origin,
  price: money(row.price_paise),
  mrp: money(row.mrp_paise),
  inStock: row.in_stock,
  image:
    row.image_id === null
      ? null
      : viewOfImage(row.image_id, row.image_alt ?? '', row.image_width_px, row.image_height_px),
  odopEntry: entryOf(row),
  giBadge: giBadge(row, { state_code: row.seller_state_code, authorisations: row.authorisations }, row.today),
  district: { slug: row.district_slug, name: row.district_name },
  state: { code: row.state_code, name: row.state_name },
  maker: { id: row.seller_id, name: row.seller_name, place: row.seller_place },
  liveAt: row.live_at.toISOString(),
  rating: briefRating(row),
});

export const viewOfShelfCard = (row: ShelfCard): z.input<typeof listingCard> => ({
  id: row.listing_id,
  slug: goodsSlug(row.card.title, row.listing_id),
  title: row.card.title,
  commonName: row.card.common_name,
  handmade: row.card.handmade,
  countryOfOrigin: row.card.country_of_origin,
  price: money(row.price_paise),
  mrp: money(row.card.mrp_paise),
  inStock: row.in_stock,
  image:
    row.card.image_id === null
      ? null
      : viewOfImage(row.card.image_id, row.card.image_alt ?? '', row.card.image_width_px, row.card.image_height_px),
  odopEntry: entryOf({ ...row.card, odop_entry_id: row.odop_entry_id }),
  giBadge: giBadge(
    { gi: row.card.gi, state_code: row.state_code },
    { state_code: row.card.seller_state_code, authorisations: row.authorisations },
    row.today,
  ),
  district: { slug: row.district_slug, name: row.card.district_name },
  state: { code: row.state_code, name: row.card.state_name },
  maker: { id: row.seller_id, name: row.card.seller_name, place: row.card.seller_place },
  liveAt: row.card.live_at,
  rating: briefRating({ ...row.card, rating_tenths: row.rating_tenths }),
});

const categoryOf = ({ category_slug, category_name }: ListingCard) =>
  category_slug === null ? null : { slug: category_slug, name: category_name ?? category_slug };

const entryOf = ({
  odop_entry_id,
  product,
  entry_state,
}: Pick<ListingCard, 'odop_entry_id' | 'product' | 'entry_state'>) =>
  odop_entry_id === null || product === null || entry_state === null
    ? null
    : { id: odop_entry_id, product, standing: standingOf(entry_state) };

/** Who answers for the pack: named by the maker, or she herself at the place of her shop. @rule */
const madeBy = (row: ListingPage): z.input<typeof listing>['madeBy'] =>
  row.declarations.madeBy ?? {
    role: 'manufacturer',
    name: row.seller_name,
    address: `${row.seller_place}, ${row.district_name}, ${row.state_name} ${row.seller_pincode}`,
  };

const answersOf = ({ asked, parameters }: ListingPage) =>
  asked.flatMap(({ key, name, unit }) => {
    const value = parameters[key];
    return value === undefined ? [] : [{ key, name, value, unit }];
  });

const unitPrice = (row: ListingPage, price_paise: bigint) => {
  const unit = unitSalePrice(price_paise, { value: row.net_quantity, unit: row.net_unit });
  return { price: money(unit.price_paise), per: unit.per };
};

/** Goods told in a language, where their maker has written in it. */
export const listingQuery = z.strictObject({
  lang: z
    .enum([...languages, 'en'])
    .optional()
    .describe('language of title and description'),
});

/** The same, and as whom they are read by. */
export const pageOfGoodsQuery = listingQuery.extend({
  format: z
    .enum(['json', 'jsonld'])
    .optional()
    .describe('jsonld: for search engines (schema.org), as with Accept: application/ld+json'),
});

export const viewOfListing = (row: ListingPage, lang?: Language | 'en'): z.input<typeof listing> => ({
  ...viewOfCard(row),
  category: categoryOf(row),
  ...inLanguage(row, lang),
  parameters: answersOf(row),
  madeBy: madeBy(row),
  consumerCare: row.declarations.consumerCare,
  certifications: row.certifications,
  servesPins: row.serves_pins,
  giftWrap: row.gift_wrap_paise === null ? null : money(row.gift_wrap_paise),
  brand: row.brand,
  hsn: row.hsn,
  gstRateKey: row.gst_rate_key,
  unit: row.unit,
  netQuantity: { value: row.net_quantity, unit: row.net_unit },
  weight_g: row.weight_g,
  size_mm: sizeOf(row),
  care: row.care,
  food: row.food === null || row.fssai === null ? null : { ...row.food, fssai: row.fssai },
  gi: row.gi,
  maker: {
    id: row.seller_id,
    name: row.seller_name,
    place: row.seller_place,
    class: row.seller_class,
    pincode: row.seller_pincode,
    rating: briefRating({ reviews: row.seller_reviews, rating_tenths: row.seller_rating_tenths }),
  },
  images: row.images.map((one) => viewOfImage(one.media_id, one.alt, one.width_px, one.height_px)),
  offers: row.offers.map((one) => ({
    id: one.id,
    label: one.label,
    price: money(one.price_paise),
    mrp: money(one.mrp_paise),
    leadDays: one.lead_days,
    minQuantity: one.min_quantity,
    maxQuantity: one.max_quantity,
    inStock: one.in_stock,
    seller: { id: one.seller_id, name: one.seller_name, place: one.seller_place },
    ...viewOfTerms(one),
    unitSalePrice: unitPrice(row, one.price_paise),
  })),
});
