import { z } from 'zod';
import { foodDetails, handmades, units, type ListingCard, type ListingPage, type ShelfCard } from '#catalogue';
import { standingOf, standings } from '#odop';
import { money, moneySchema } from '#platform/money';
import { giBadge, giBadges, sellerClasses } from '#sellers';
import { sizeOf } from '../seller/listings.schema.js';
import { slug, stateName } from './names.schema.js';

/** Prices are asked again when an order is placed, so a page may be a little old. */
export const listingsMaxAge_s = 30;
export const pictureMaxAge_s = 3600;

const image = z.strictObject({ mediaId: z.uuid(), alt: z.string() });

export const listingCard = z
  .strictObject({
    id: z.uuid(),
    title: z.string(),
    commonName: z.string(),
    handmade: z.enum(handmades),
    countryOfOrigin: z.string(),
    price: moneySchema.describe('of the cheapest variant, taxes included'),
    mrp: moneySchema,
    inStock: z.boolean(),
    image: image.nullable(),
    odopEntry: z.strictObject({
      id: z.uuid(),
      product: z.string(),
      standing: z
        .enum(standings)
        .describe('listed now; suspended: no new goods under it for now; earlier: an earlier ODOP product'),
    }),
    giBadge: z
      .enum(giBadges)
      .nullable()
      .describe('gi_product: its maker may carry the GI; gi_region: the product is one, of her it says nothing'),
    district: z.strictObject({ slug, name: z.string() }),
    state: stateName,
    maker: z.strictObject({ id: z.uuid(), name: z.string(), place: z.string() }),
    liveAt: z.iso.datetime(),
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
  })
  .meta({ id: 'Offer' });

export const listing = listingCard
  .extend({
    description: z.string(),
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
    maker: listingCard.shape.maker.extend({ class: z.enum(sellerClasses), pincode: z.string() }),
    images: z.array(image).max(12),
    offers: z.array(offer).max(20),
  })
  .meta({ id: 'Listing' });

export const viewOfCard = (row: ListingCard): z.input<typeof listingCard> => ({
  id: row.id,
  title: row.title,
  commonName: row.common_name,
  handmade: row.handmade,
  countryOfOrigin: row.country_of_origin,
  price: money(row.price_paise),
  mrp: money(row.mrp_paise),
  inStock: row.in_stock,
  image: row.image_id === null ? null : { mediaId: row.image_id, alt: row.image_alt ?? '' },
  odopEntry: { id: row.odop_entry_id, product: row.product, standing: standingOf(row.entry_state) },
  giBadge: giBadge(row, { state_code: row.seller_state_code, authorisations: row.authorisations }, row.today),
  district: { slug: row.district_slug, name: row.district_name },
  state: { code: row.state_code, name: row.state_name },
  maker: { id: row.seller_id, name: row.seller_name, place: row.seller_place },
  liveAt: row.live_at.toISOString(),
});

export const viewOfShelfCard = (row: ShelfCard): z.input<typeof listingCard> => ({
  id: row.listing_id,
  title: row.card.title,
  commonName: row.card.common_name,
  handmade: row.card.handmade,
  countryOfOrigin: row.card.country_of_origin,
  price: money(row.price_paise),
  mrp: money(row.card.mrp_paise),
  inStock: row.in_stock,
  image: row.card.image_id === null ? null : { mediaId: row.card.image_id, alt: row.card.image_alt ?? '' },
  odopEntry: { id: row.odop_entry_id, product: row.card.product, standing: standingOf(row.card.entry_state) },
  giBadge: giBadge(
    { gi: row.card.gi, state_code: row.state_code },
    { state_code: row.card.seller_state_code, authorisations: row.authorisations },
    row.today,
  ),
  district: { slug: row.district_slug, name: row.card.district_name },
  state: { code: row.state_code, name: row.card.state_name },
  maker: { id: row.seller_id, name: row.card.seller_name, place: row.card.seller_place },
  liveAt: row.card.live_at,
});

export const viewOfListing = (row: ListingPage): z.input<typeof listing> => ({
  ...viewOfCard(row),
  description: row.description,
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
  },
  images: row.images.map((one) => ({ mediaId: one.media_id, alt: one.alt })),
  offers: row.offers.map((one) => ({
    id: one.id,
    label: one.label,
    price: money(one.price_paise),
    mrp: money(one.mrp_paise),
    leadDays: one.lead_days,
    minQuantity: one.min_quantity,
    maxQuantity: one.max_quantity,
    inStock: one.in_stock,
  })),
});
