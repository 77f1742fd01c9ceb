import { z } from 'zod';
import {
  explainScore,
  facetNames,
  factors,
  factorValues,
  handmades,
  pinTags,
  priceBands,
  shelfSorts,
  storefronts,
  tag,
  type FacetName,
  type Facets,
  type FoundCard,
  type ShelfFilter,
} from '#catalogue';
import { sectors } from '#odop';
import { pageOf, pageQuery, queryBoolean, queryInteger, queryList } from '#platform/http';
import { sellerClasses } from '#sellers';
import { listingCard, viewOfShelfCard } from './listings.schema.js';
import { pincodeText, slug, stateCode } from './names.schema.js';

/** Whole sentences are taken, up to a length; the words beyond those looked for are counted in the answer. */
const sentence = z.string().trim().min(2).max(2_000);
const country = z.string().regex(/^[A-Z]{2}$/, 'Expected a country code such as IN');
const paise_max = 1_000_000_000_00;
const tag_choices_max = 20;

const filters = {
  district: slug.optional(),
  state: stateCode.optional(),
  odopEntry: z.uuid().optional(),
  maker: z.uuid().optional(),
  storefront: z
    .enum(storefronts.map((one) => one.slug))
    .optional()
    .describe('a window of the bazaar, see /v1/public/storefronts'),
  origin: queryList(country, tag_choices_max).optional().describe('countries of origin, separated by commas'),
  sector: queryList(z.enum(sectors), tag_choices_max).optional().describe('sectors of ODOP products'),
  category: queryList(slug, tag_choices_max).optional().describe('categories, with those below them'),
  makerClass: queryList(z.enum(sellerClasses), tag_choices_max).optional(),
  gi: queryBoolean().optional().describe('whether the ODOP product is a registered geographical indication'),
  handmade: queryList(z.enum(handmades), tag_choices_max).optional(),
  price: queryList(z.enum(priceBands), tag_choices_max).optional().describe('price bands, whole rupees: 500-1000'),
  priceFrom_paise: queryInteger(0, paise_max).optional(),
  priceTo_paise: queryInteger(0, paise_max).optional(),
  rating: queryInteger(1, 5).optional().describe('stars at least'),
  inStock: queryBoolean().optional(),
  deliverable: z.enum(['everywhere', 'to-named-pins']).optional().describe('where its maker sends it'),
  pincode: pincodeText.optional().describe('only what is sent there'),
  facets: queryBoolean().default(false).describe('also say how many of the goods have what'),
};

export const listingsQuery = pageQuery.extend({
  ...filters,
  text: sentence.optional().describe('words all of which the goods have; in any script of India, as they sound'),
  sort: z.enum(shelfSorts).default('newest').describe('-price: dearest first; origin: by country of origin'),
});

export const searchQuery = pageQuery.omit({ count: true }).extend({
  ...filters,
  text: sentence.describe('what is looked for: in any script of India, as it sounds; slips of the keys are forgiven'),
  explain: queryBoolean().default(false).describe('also say why the goods stand where they stand'),
});

export const suggestQuery = z.strictObject({
  text: z.string().trim().min(1).max(80).describe('what has been typed so far'),
  limit: queryInteger(1, 20).default(8),
});

type Filters = z.infer<z.ZodObject<typeof filters>>;

/** What is asked for, as the shelf is asked. */
export function filterOf(query: Filters): ShelfFilter {
  const list = (name: FacetName, values: readonly string[] | undefined): string[][] =>
    values === undefined ? [] : [values.map((value) => tag(name, value))];
  const flag = (name: FacetName, value: boolean | number | string | undefined): string[][] =>
    value === undefined ? [] : [[tag(name, String(value))]];
  const paise = (value: number | undefined) => (value === undefined ? undefined : BigInt(value));
  return {
    district_slug: query.district,
    state_code: query.state,
    odop_entry_id: query.odopEntry,
    seller_id: query.maker,
    price_min_paise: paise(query.priceFrom_paise),
    price_max_paise: paise(query.priceTo_paise),
    tags: [
      ...list('origin', query.origin),
      ...list('sector', query.sector),
      ...list('category', query.category),
      ...list('makerClass', query.makerClass),
      ...flag('gi', query.gi),
      ...list('handmade', query.handmade),
      ...list('price', query.price),
      ...flag('rating', query.rating),
      ...flag('inStock', query.inStock),
      ...flag('deliverable', query.deliverable),
      ...flag('storefront', query.storefront),
      ...(query.pincode === undefined ? [] : [pinTags(query.pincode)]),
    ],
  };
}

const facet_values_max = 50;
const facetValues = z
  .array(z.strictObject({ value: z.string(), listings: z.int().min(0) }))
  .max(facet_values_max)
  .describe('most goods first');

export const facets = z
  .strictObject({
    basis: z
      .enum(['exact', 'as_counted', 'at_least'])
      .describe('exact: as it is now; as_counted: as it was at countedAt; at_least: there may be more of each'),
    countedAt: z.iso.datetime().nullable(),
    found: z.int().min(0),
    by: z.strictObject(
      Object.fromEntries(facetNames.map((name) => [name, facetValues])) as Record<FacetName, typeof facetValues>,
    ),
  })
  .meta({ id: 'Facets' });

export const viewOfFacets = ({ basis, countedAt, found, tags }: Facets): z.input<typeof facets> => {
  const by = Object.fromEntries(
    facetNames.map((name) => [name, [] as { value: string; listings: number }[]]),
  ) as Record<FacetName, { value: string; listings: number }[]>;
  for (const [one, listings] of Object.entries(tags)) {
    const colon = one.indexOf(':');
    by[one.slice(0, colon) as FacetName].push({ value: one.slice(colon + 1), listings });
  }
  for (const name of facetNames) {
    by[name].sort((a, b) => b.listings - a.listings || (a.value < b.value ? -1 : 1));
    by[name].length = Math.min(by[name].length, facet_values_max);
  }
  return { basis, countedAt: countedAt?.toISOString() ?? null, found, by };
};

export const listingsPage = pageOf(listingCard).extend({ facets: facets.optional() });

const factorNames = factors.map((factor) => factor.name);
const rank = z.strictObject({
  score: z.int().describe('the sum of the factors’ scores'),
  factors: z
    .array(
      z.strictObject({
        name: z.enum(factorNames),
        weight: z.int().describe('most points it can give'),
        value: z.number().min(0).max(1),
        score: z.int(),
      }),
    )
    .max(factors.length),
});

export const foundListing = listingCard.extend({ rank: rank.optional() }).meta({ id: 'FoundListing' });

export const searchPage = pageOf(foundListing)
  .omit({ count: true })
  .extend({
    wordsLeftOut: z.int().min(0).describe('words beyond the first six that tell something: they were not looked for'),
    match: z
      .enum(['all', 'all_but_one', 'any'])
      .describe('how many of the words the goods have: less is taken only where nothing has all'),
    corrections: z
      .array(z.strictObject({ word: z.string(), takenFor: z.array(z.string()).max(3) }))
      .max(6)
      .describe('words that nothing has, as they sound, and what they were taken for'),
    facets: facets.optional(),
  });

export const viewOfFound = (row: FoundCard, words: number, explains: boolean): z.input<typeof foundListing> => ({
  ...viewOfShelfCard(row),
  ...(explains ? { rank: explainScore(factorValues(row, words)) } : {}),
});

export const suggestions = z.strictObject({
  items: z
    .array(
      z.strictObject({
        kind: z.enum(['product', 'goods', 'district']).describe('an ODOP product, a kind of goods, a district'),
        text: z.string(),
      }),
    )
    .max(20),
});

export const ranking = z.strictObject({
  factors: z
    .array(
      z.strictObject({
        name: z.enum(factorNames),
        weight: z.int().describe('most points it can give'),
        says: z.strictObject({ en: z.string(), hi: z.string() }),
      }),
    )
    .max(factors.length),
});

export const similarQuery = z.strictObject({ limit: queryInteger(1, 20).default(8) });
export const similarListings = z.strictObject({ items: z.array(listingCard).max(20) });
