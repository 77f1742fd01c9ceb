import { z } from 'zod';
import {
  blockGrounds,
  certification,
  checklistKeys,
  declarations,
  foodDetails,
  handmades,
  languages,
  listingStates,
  pictureFaults,
  pictureStates,
  units,
  versionOf,
  type AskedPrice,
  type ChecklistItem,
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
    product: z.string().nullable().describe('the ODOP entry it is tied to; null in a general category'),
    seller: z.strictObject({ id: z.uuid(), name: z.string() }),
  })
  .meta({ id: 'ListingLine' });

export const namedValue = z.strictObject({ name: z.string(), value: z.string() });
export const quantityBreak = z.strictObject({ from: z.int(), price: moneySchema }).meta({ id: 'QuantityBreak' });
export const answer = z.strictObject({ key: z.string(), value: z.union([z.string(), z.number(), z.boolean()]) });

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
    options: z.array(namedValue).max(4),
    sku: z.string().nullable(),
    gtin: z.string().nullable().describe('GTIN-14'),
    isMadeToOrder: z.boolean(),
    quantityBreaks: z.array(quantityBreak).max(5),
    governmentPrice: moneySchema.nullable(),
  })
  .meta({ id: 'OwnOffer' });

/** A listing as its maker and its officer see it. */
export const ownListing = listingLine
  .extend({
    odopEntryId: z.uuid().nullable(),
    category: z.string().nullable().describe('slug of the category'),
    parameters: z.array(answer).max(30).describe('the answers to what the category asks'),
    declarations,
    certifications: z.array(certification).max(10),
    translations: z
      .array(z.strictObject({ lang: z.enum(languages), title: z.string(), description: z.string() }))
      .max(22),
    servesPins: z.array(z.string()).max(100).nullable(),
    giftWrap: moneySchema.nullable(),
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
    images: z
      .array(
        z.strictObject({
          mediaId: z.uuid(),
          alt: z.string(),
          state: z.enum(pictureStates).describe('only what is ready is shown in the shop'),
          fault: z.enum(pictureFaults).nullable().describe('why it is broken: add it again'),
        }),
      )
      .max(12),
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
export const checklist = z
  .strictObject({
    isComplete: z.boolean(),
    items: z
      .array(
        z.strictObject({
          key: z.enum(checklistKeys),
          says: z.string(),
          isDone: z.boolean(),
          missing: z.array(z.string()).max(30).describe('in plain words'),
        }),
      )
      .max(20),
  })
  .meta({ id: 'ListingChecklist' });

export const priceHistory = z
  .strictObject({
    prices: z
      .array(
        z.strictObject({
          price: moneySchema,
          mrp: moneySchema,
          governmentPrice: moneySchema.nullable(),
          quantityBreaks: z.array(quantityBreak).max(5),
          since: z.iso.datetime(),
        }),
      )
      .max(100)
      .describe('the newest first, the last hundred'),
  })
  .meta({ id: 'PriceHistory' });

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
    category: row.category,
    parameters: Object.entries(row.parameters).map(([key, value]) => ({ key, value })),
    declarations: row.declarations,
    certifications: row.certifications,
    translations: languages.flatMap((lang) => (row.translations[lang] ? [{ lang, ...row.translations[lang] }] : [])),
    servesPins: row.serves_pins,
    giftWrap: row.gift_wrap_paise === null ? null : money(row.gift_wrap_paise),
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
    images: row.images.map(({ media_id, ...image }) => ({ mediaId: media_id, ...image })),
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
      ...viewOfTerms(offer),
    })),
    history: row.history.map((line) => ({
      event: line.event,
      state: line.to_state,
      reason: line.reason,
      at: line.at.toISOString(),
    })),
  };
}

/** What an offer says beyond its price for one. */
export const viewOfTerms = (offer: {
  options: Readonly<Record<string, string>>;
  sku: string | null;
  gtin: string | null;
  is_made_to_order: boolean;
  quantity_breaks: AskedPrice['quantity_breaks'];
  government_price_paise: bigint | null;
}) => ({
  options: Object.entries(offer.options).map(([name, value]) => ({ name, value })),
  sku: offer.sku,
  gtin: offer.gtin,
  isMadeToOrder: offer.is_made_to_order,
  ...viewOfPrices(offer),
});

const viewOfPrices = (asked: Pick<AskedPrice, 'quantity_breaks' | 'government_price_paise'>) => ({
  quantityBreaks: asked.quantity_breaks.map(({ from, price_paise }) => ({ from, price: money(price_paise) })),
  governmentPrice: asked.government_price_paise === null ? null : money(asked.government_price_paise),
});

export const viewOfChecklist = (items: readonly ChecklistItem[]): z.input<typeof checklist> => ({
  isComplete: items.every((item) => item.isDone),
  items: [...items],
});

export const viewOfPriceHistory = (rows: readonly AskedPrice[]): z.input<typeof priceHistory> => ({
  prices: rows.map((row) => ({
    price: money(row.price_paise),
    mrp: money(row.mrp_paise),
    ...viewOfPrices(row),
    since: row.at.toISOString(),
  })),
});

export function sizeOf(row: { length_mm: number | null; width_mm: number | null; height_mm: number | null }) {
  const { length_mm, width_mm, height_mm } = row;
  if (length_mm === null || width_mm === null || height_mm === null) return null;
  return { length: length_mm, width: width_mm, height: height_mm };
}
