import { z } from 'zod';
import { isFood, type ListingPage, type ShownReview } from '#catalogue';
import { goodsPage, pictureAddress, rupeesText, shopHome, shopPage } from './shop-pages.js';

export const JSON_LD = 'application/ld+json';
/** Its members are those of schema.org, not ours to list. */
export const jsonLd = z
  .object({
    '@context': z.literal('https://schema.org'),
    '@graph': z.array(z.looseObject({ '@type': z.string() })).max(2),
  })
  .meta({ id: 'GoodsJsonLd' });

type Node = Record<string, unknown>;
type Offer = ListingPage['offers'][number];

/** What a page of goods needs beside the goods themselves. */
export interface PageFacts {
  /** The newest few. */
  reviews: readonly ShownReview[];
  /** Days in which goods may be sent back without a defect; 0: not at all. @rule SM-4 */
  return_days: { goods: number; food: number; madeToOrder: number };
}

/**
 * Goods as search engines read them: a Product, or a ProductGroup of its variants, and where in the shop they stand. The price
 * is that of the checkout, stars are there only where buyers gave some, and nothing is said that we do not know.
 * @rule STD-6.1
 */
export function jsonLdOf(goods: ListingPage, facts: PageFacts): Node {
  const [only, ...others] = goods.offers;
  const shared = {
    '@id': `${goodsPage(goods)}#goods`,
    name: goods.title,
    description: goods.description,
    url: goodsPage(goods),
    image: goods.images.map((one) => pictureAddress(one.media_id)),
    ...(goods.brand === null ? {} : { brand: node('Brand', { name: goods.brand }) }),
    manufacturer: manufacturerOf(goods),
    countryOfOrigin: node('Country', { name: goods.country_of_origin }),
    ...(goods.category_name === null ? {} : { category: goods.category_name }),
    ...measuresOf(goods),
    additionalProperty: propertiesOf(goods),
    ...starsOf(goods, facts.reviews),
  };
  const product =
    only && others.length === 0
      ? node('Product', {
          ...shared,
          ...identifiersOf(only),
          ...looksOf(goods, only),
          offers: offerOf(goods, only, facts),
        })
      : node('ProductGroup', { ...shared, ...groupOf(goods, facts) });
  return { '@context': 'https://schema.org', '@graph': [product, breadcrumbsOf(goods)] };
}

/** As text that may stand within a page: nothing in it ends the element it stands in, or begins another. */
export const jsonLdText = (value: Node): string =>
  JSON.stringify(value).replaceAll(
    /[<>&\u2028\u2029]/gu,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

const node = (type: string, members: Node): Node => ({ '@type': type, ...members });
const quantity = (value: number, unitCode: string): Node => node('QuantitativeValue', { value, unitCode });

function manufacturerOf(goods: ListingPage): Node {
  const { madeBy } = goods.declarations;
  return madeBy ? node('Organization', { name: madeBy.name, address: madeBy.address }) : makerOf(goods);
}

const makerOf = (goods: ListingPage): Node =>
  node('Organization', {
    name: goods.seller_name,
    address: node('PostalAddress', {
      addressLocality: goods.seller_place,
      postalCode: goods.seller_pincode,
      addressRegion: goods.seller_state_code,
      addressCountry: 'IN',
    }),
  });

const measuresOf = ({ weight_g, length_mm, width_mm, height_mm }: ListingPage): Node => ({
  weight: quantity(weight_g, 'GRM'),
  ...(length_mm === null ? {} : { depth: quantity(length_mm, 'MMT') }),
  ...(width_mm === null ? {} : { width: quantity(width_mm, 'MMT') }),
  ...(height_mm === null ? {} : { height: quantity(height_mm, 'MMT') }),
});

/** What the maker answered to the questions of the category, and what the register says of the product. */
function propertiesOf(goods: ListingPage): Node[] {
  const property = (name: string, value: unknown, unitText: string | null = null) =>
    node('PropertyValue', { name, value, ...(unitText === null ? {} : { unitText }) });
  const answers = goods.asked.flatMap(({ key, name, unit }) => {
    const value = goods.parameters[key];
    return value === undefined ? [] : [property(name, value, unit)];
  });
  return [
    ...(goods.product === null ? [] : [property('ODOP product', `${goods.product}, ${goods.district_name}`)]),
    ...(goods.gi ? [property('Geographical indication', 'registered')] : []),
    ...(goods.handmade === 'none' ? [] : [property('Made by hand', goods.handmade)]),
    ...answers,
  ];
}

function starsOf(goods: ListingPage, reviews: readonly ShownReview[]): Node {
  if (goods.reviews === 0) return {};
  return {
    aggregateRating: node('AggregateRating', {
      ratingValue: (goods.rating_tenths / 10).toFixed(1),
      reviewCount: goods.reviews,
      bestRating: 5,
      worstRating: 1,
    }),
    review: reviews.map((one) =>
      node('Review', {
        reviewRating: node('Rating', { ratingValue: one.stars, bestRating: 5, worstRating: 1 }),
        author: node('Person', { name: one.by_name ?? `A buyer in ${one.by_state}` }),
        datePublished: one.written_at.toISOString().slice(0, 10),
        ...(one.title === null ? {} : { name: one.title }),
        ...(one.words === null ? {} : { reviewBody: one.words, inLanguage: one.language }),
      }),
    ),
  };
}

const identifiersOf = ({ id, sku, gtin }: Offer): Node => ({
  sku: sku ?? id,
  ...(gtin === null ? {} : { gtin14: gtin }),
});

/** Options by which variants differ, under the names the formats know. */
const looks = { colour: 'color', color: 'color', size: 'size', material: 'material', pattern: 'pattern' } as const;

/** Colour, size, material, pattern: of the variant, or what the maker answered of all. */
export function looksOf({ parameters }: Pick<ListingPage, 'parameters'>, { options }: Pick<Offer, 'options'>) {
  const said = { ...parameters, ...Object.fromEntries(Object.entries(options).map(([k, v]) => [k.toLowerCase(), v])) };
  return Object.fromEntries(
    Object.entries(looks).flatMap(([key, name]) => (typeof said[key] === 'string' ? [[name, said[key]]] : [])),
  ) as Partial<Record<(typeof looks)[keyof typeof looks], string>>;
}

function groupOf(goods: ListingPage, facts: PageFacts): Node {
  const prices = goods.offers.map((one) => one.price_paise).sort((a, b) => (a < b ? -1 : 1));
  const differs = new Set(goods.offers.flatMap((one) => Object.keys(looksOf({ parameters: {} }, one))));
  return {
    productGroupID: goods.id,
    variesBy: [...differs].map((name) => `https://schema.org/${name}`),
    offers: node('AggregateOffer', {
      priceCurrency: 'INR',
      lowPrice: rupeesText(prices[0]!),
      highPrice: rupeesText(prices.at(-1)!),
      offerCount: prices.length,
    }),
    hasVariant: goods.offers.map((one) =>
      node('Product', {
        name: `${goods.title} – ${one.label}`,
        image: goods.images.slice(0, 1).map((picture) => pictureAddress(picture.media_id)),
        ...identifiersOf(one),
        ...looksOf(goods, one),
        offers: offerOf(goods, one, facts),
      }),
    ),
  };
}

function offerOf(goods: ListingPage, offer: Offer, { return_days }: PageFacts): Node {
  return node('Offer', {
    url: goodsPage(goods),
    price: rupeesText(offer.price_paise),
    priceCurrency: 'INR',
    availability: `https://schema.org/${offer.in_stock ? 'InStock' : 'OutOfStock'}`,
    itemCondition: 'https://schema.org/NewCondition',
    seller: makerOf(goods),
    shippingDetails: node('OfferShippingDetails', {
      shippingRate: node('MonetaryAmount', { value: '0.00', currency: 'INR' }),
      shippingDestination: node('DefinedRegion', {
        addressCountry: 'IN',
        ...(goods.serves_pins === null ? {} : { postalCodePrefix: goods.serves_pins }),
      }),
      deliveryTime: node('ShippingDeliveryTime', {
        handlingTime: node('QuantitativeValue', { minValue: 0, maxValue: offer.lead_days, unitCode: 'DAY' }),
      }),
    }),
    hasMerchantReturnPolicy: returnsOf(goods, offer, return_days),
  });
}

function returnsOf(goods: ListingPage, offer: Offer, days: PageFacts['return_days']): Node {
  const merchantReturnDays = Math.min(
    days.goods,
    ...(isFood(goods.hsn) ? [days.food] : []),
    ...(offer.is_made_to_order ? [days.madeToOrder] : []),
  );
  const kind = merchantReturnDays > 0 ? 'FiniteReturnWindow' : 'NotPermitted';
  return node('MerchantReturnPolicy', {
    applicableCountry: 'IN',
    returnPolicyCategory: `https://schema.org/MerchantReturn${kind}`,
    ...(merchantReturnDays > 0 ? { merchantReturnDays } : {}),
  });
}

function breadcrumbsOf(goods: ListingPage): Node {
  const steps = [
    { name: 'ODOP Bazaar', item: shopHome() },
    { name: goods.district_name, item: shopPage('district', goods.district_slug) },
    ...(goods.category_slug === null
      ? []
      : [{ name: goods.category_name ?? goods.category_slug, item: shopPage('category', goods.category_slug) }]),
    { name: goods.title, item: goodsPage(goods) },
  ];
  return node('BreadcrumbList', {
    itemListElement: steps.map(({ name, item }, i) => node('ListItem', { position: i + 1, name, item })),
  });
}
