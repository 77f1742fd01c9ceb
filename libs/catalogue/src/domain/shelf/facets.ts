/** By what the shelf can be narrowed and counted. @rule */
export const facetNames = [
  'state',
  'district',
  'sector',
  'category',
  'makerClass',
  'gi',
  'handmade',
  'origin',
  'price',
  'rating',
  'inStock',
  'deliverable',
  'storefront',
] as const;
export type FacetName = (typeof facetNames)[number];

/** Price bands in whole rupees: from the first up to, but not with, the second; the last has no end. */
export const priceBands = ['0-500', '500-1000', '1000-2500', '2500-5000', '5000-10000', '10000-'] as const;
export type PriceBand = (typeof priceBands)[number];

/** @param price_paise  of the cheapest variant */
export function priceBandOf(price_paise: bigint): PriceBand {
  const rupees = price_paise / 100n;
  const band = priceBands.findLast((one) => rupees >= BigInt(one.split('-')[0]!));
  return band ?? priceBands[0];
}

/** What is written of goods for narrowing and counting. */
export interface Sorted {
  state_code: string;
  district_slug: string;
  /** Of the ODOP product; null without one. */
  sector: string | null;
  /** The category and those above it. */
  categories: readonly string[];
  seller_class: string;
  gi: boolean;
  handmade: string;
  country_of_origin: string;
  price_paise: bigint;
  /** Tenths of a star, 0–50; 0 = nobody rated them. */
  rating_tenths: number;
  in_stock: boolean;
  /** Slugs of the windows of the bazaar it stands in. */
  storefronts: readonly string[];
  /** Beginnings of the PIN codes it is sent to; empty = all of India. */
  pin_prefixes: readonly string[];
}

export const tag = (name: FacetName | 'pin', value: string): string => `${name}:${value}`;

/** The tags of goods, by which filters find them and facets count them. */
export function tagsOf(goods: Sorted): string[] {
  const stars = Math.floor(goods.rating_tenths / 10);
  return [
    tag('state', goods.state_code),
    tag('district', goods.district_slug),
    ...(goods.sector === null ? [] : [tag('sector', goods.sector)]),
    ...goods.categories.map((category) => tag('category', category)),
    tag('makerClass', goods.seller_class),
    tag('gi', goods.gi ? 'true' : 'false'),
    tag('handmade', goods.handmade),
    tag('origin', goods.country_of_origin),
    tag('price', priceBandOf(goods.price_paise)),
    ...Array.from({ length: stars }, (_, i) => tag('rating', String(i + 1))),
    tag('inStock', goods.in_stock ? 'true' : 'false'),
    tag('deliverable', goods.pin_prefixes.length === 0 ? 'everywhere' : 'to-named-pins'),
    ...goods.storefronts.map((slug) => tag('storefront', slug)),
    ...(goods.pin_prefixes.length === 0 ? [tag('pin', '*')] : goods.pin_prefixes.map((prefix) => tag('pin', prefix))),
  ];
}

/** The tags one of which goods have that are sent to a PIN code. */
export const pinTags = (pincode: string): string[] => [
  tag('pin', '*'),
  ...Array.from({ length: pincode.length }, (_, i) => tag('pin', pincode.slice(0, i + 1))),
];
