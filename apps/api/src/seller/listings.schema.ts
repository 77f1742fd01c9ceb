import { z } from 'zod';
import {
  blockGrounds,
  foodDetails,
  handmades,
  listingStates,
  units,
  versionOf,
  type ListingLine,
  type OwnListing,
} from '#catalogue';
import { pageQuery } from '#platform/http';
import { freeText } from '#platform/identifiers';
import { money, moneySchema, priceInput } from '#platform/money';

const state = z.enum(listingStates.names);

export const ownListingsQuery = pageQuery.omit({ count: true }).extend({ state: state.optional() });

export const listingLine = z
  .strictObject({
    id: z.uuid(),
    title: z.string(),
    state,
    stateSince: z.iso.datetime(),
    dueAt: z.iso.datetime().nullable(),
    escalatedAt: z.iso.datetime().nullable(),
    product: z.string().describe('the ODOP entry it is tied to'),
    seller: z.strictObject({ id: z.uuid(), name: z.string() }),
  })
  .meta({ id: 'ListingLine' });

const ownOffer = z
  .strictObject({
    id: z.uuid(),
    label: z.string(),
    price: moneySchema,
    mrp: moneySchema,
    leadDays: z.int(),
    minQuantity: z.int(),
    maxQuantity: z.int(),
    onHand: z.int().describe('pieces on the shelf, promised ones included'),
    reserved: z.int().describe('pieces promised to buyers'),
    isWithdrawn: z.boolean(),
  })
  .meta({ id: 'OwnOffer' });

/** A listing as its maker and its officer see it. */
export const ownListing = listingLine
  .extend({
    odopEntryId: z.uuid(),
    description: z.string(),
    commonName: z.string(),
    brand: z.string().nullable(),
    hsn: z.string(),
    gstRateKey: z.string(),
    unit: z.enum(units),
    netQuantity: z.strictObject({ value: z.int(), unit: z.enum(units) }),
    handmade: z.enum(handmades),
    countryOfOrigin: z.string(),
    weight_g: z.int(),
    size_mm: z.strictObject({ length: z.int(), width: z.int(), height: z.int() }).nullable(),
    care: z.string().nullable(),
    food: foodDetails.nullable(),
    liveAt: z.iso.datetime().nullable().describe('when it was first on sale'),
    blockedFor: z
      .enum(blockGrounds)
      .nullable()
      .describe('why it was taken from the shop; the words stand in its history'),
    images: z.array(z.strictObject({ mediaId: z.uuid(), alt: z.string() })).max(12),
    offers: z.array(ownOffer).max(100).describe('withdrawn ones last'),
    history: z
      .array(z.strictObject({ event: z.string(), state, reason: z.string().nullable(), at: z.iso.datetime() }))
      .max(100)
      .describe('the last hundred steps'),
  })
  .meta({ id: 'OwnListing' });

export const blockAppealBody = z
  .strictObject({ words: freeText(2_000).describe('why the block is wrong, for the officer who decides') })
  .meta({ id: 'BlockAppeal' });

export const stockCountBody = z.strictObject({ onHand: z.int().min(0).max(1_000_000) }).meta({ id: 'StockCount' });
export const priceBody = z.strictObject({ price: priceInput }).meta({ id: 'NewPrice' });

export const viewOfListingLine = (row: ListingLine): z.input<typeof listingLine> => ({
  id: row.id,
  title: row.title,
  state: row.state,
  stateSince: row.state_since.toISOString(),
  dueAt: row.due_at?.toISOString() ?? null,
  escalatedAt: row.escalated_at?.toISOString() ?? null,
  product: row.product,
  seller: { id: row.seller_id, name: row.seller_name },
});

export const versionOfOwn = (row: OwnListing): string => versionOf(row, row.offers);

export function viewOfOwnListing(row: OwnListing): z.input<typeof ownListing> {
  return {
    ...viewOfListingLine(row),
    odopEntryId: row.odop_entry_id,
    description: row.description,
    commonName: row.common_name,
    brand: row.brand,
    hsn: row.hsn,
    gstRateKey: row.gst_rate_key,
    unit: row.unit,
    netQuantity: { value: row.net_quantity, unit: row.net_unit },
    handmade: row.handmade,
    countryOfOrigin: row.country_of_origin,
    weight_g: row.weight_g,
    size_mm: sizeOf(row),
    care: row.care,
    food: row.food,
    liveAt: row.live_at?.toISOString() ?? null,
    blockedFor: row.blocked_for,
    images: row.images.map((image) => ({ mediaId: image.media_id, alt: image.alt })),
    offers: row.offers.map((offer) => ({
      id: offer.id,
      label: offer.label,
      price: money(offer.price_paise),
      mrp: money(offer.mrp_paise),
      leadDays: offer.lead_days,
      minQuantity: offer.min_quantity,
      maxQuantity: offer.max_quantity,
      onHand: offer.on_hand,
      reserved: offer.reserved,
      isWithdrawn: offer.is_withdrawn,
    })),
    history: row.history.map((line) => ({
      event: line.event,
      state: line.to_state,
      reason: line.reason,
      at: line.at.toISOString(),
    })),
  };
}

export function sizeOf(row: { length_mm: number | null; width_mm: number | null; height_mm: number | null }) {
  const { length_mm, width_mm, height_mm } = row;
  if (length_mm === null || width_mm === null || height_mm === null) return null;
  return { length: length_mm, width: width_mm, height: height_mm };
}
