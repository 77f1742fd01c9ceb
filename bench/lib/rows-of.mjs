// The rows of one of the goods: of each table of the catalogue, and what the shelf is made from.

/** @typedef {ReturnType<typeof import('./goods-of.mjs').goodsOf>} Goods */

const consumerCare = { madeBy: null, consumerCare: { phone: '1800123456', email: null } };
const today = '2026-11-01';

/** The tables in the order in which they refer to one another. @type {{ table: string, rowOf: (one: Goods) => Record<string, unknown> }[]} */
export const catalogue = [
  {
    table: 'listing',
    rowOf: (one) => ({
      id: one.id,
      seller_id: one.maker.id,
      odop_entry_id: one.entry === null ? null : one.entry.id,
      category_id: one.category.id,
      district_id: one.district.id,
      state_code: one.district.state_code,
      title: one.title,
      description: one.description,
      common_name: one.commonName,
      hsn: one.category.hsn[0].padEnd(4, '0'),
      gst_rate_key: one.category.gst_rate_keys[0],
      unit: 'piece',
      net_quantity: 1,
      net_unit: 'piece',
      handmade: one.handmade,
      country_of_origin: one.origin,
      weight_g: one.weight_g,
      length_mm: one.isSized ? 300 : null,
      width_mm: one.isSized ? 200 : null,
      height_mm: one.isSized ? 100 : null,
      care: one.care,
      search_text:
        `${one.title} ${one.commonName} ${one.entry === null ? '' : one.entry.product} ${one.district.name}`.toLowerCase(),
      state: one.pieces > 0 ? 'live' : 'out_of_stock',
      state_since: one.liveAt.toISOString(),
      live_at: one.liveAt.toISOString(),
      created_at: one.liveAt.toISOString(),
      parameters: one.parameters,
      declarations: consumerCare,
      certifications: JSON.stringify(one.certifications),
      serves_pins: one.pins,
      gift_wrap_paise: one.giftWrap,
    }),
  },
  {
    table: 'listing_image',
    rowOf: (one) => ({ listing_id: one.id, position: 1, media_id: one.picture, alt: one.title }),
  },
  {
    table: 'offer',
    rowOf: (one) => ({
      id: one.offerId,
      listing_id: one.id,
      seller_id: one.maker.id,
      label: 'standard',
      position: 1,
      price_paise: one.price,
      mrp_paise: one.mrp,
      lead_days: one.lead,
      min_quantity: 1,
      max_quantity: 20,
      reviewed_price_paise: one.price,
    }),
  },
  {
    table: 'stock_level',
    rowOf: (one) => ({ offer_id: one.offerId, location_id: one.maker.id, on_hand: one.pieces, reserved: 0 }),
  },
  {
    table: 'rating',
    rowOf: ({ id, reviews }) => ({
      subject_id: id,
      stars_1: reviews[0],
      stars_2: reviews[1],
      stars_3: reviews[2],
      stars_4: reviews[3],
      stars_5: reviews[4],
    }),
  },
];

/** What the shelf reads of goods, as its own statement would find it. @param {Goods} one */
export function sourceOf(one) {
  const { entry, district, maker } = one;
  const reviews = one.reviews.reduce((sum, count) => sum + count, 0);
  const stars_sum = one.reviews.reduce((sum, count, i) => sum + count * (i + 1), 0);
  return {
    id: one.id,
    seller_id: maker.id,
    odop_entry_id: entry === null ? null : entry.id,
    title: one.title,
    description: one.description,
    common_name: one.commonName,
    brand: null,
    handmade: one.handmade,
    country_of_origin: one.origin,
    live_at: one.liveAt,
    has_size: one.isSized,
    has_care: one.care !== null,
    price_paise: one.price,
    mrp_paise: one.mrp,
    in_stock: one.pieces > 0,
    images: 1,
    image_id: one.picture,
    image_alt: one.title,
    translations: {},
    serves_pins: one.pins,
    categories: one.category.up,
    certifications: one.certifications,
    has_gift_wrap: one.giftWrap !== null,
    product: entry === null ? null : entry.product,
    sector: entry === null ? null : entry.sector,
    entry_state: entry === null ? null : entry.state,
    gi: entry === null ? false : entry.gi,
    entry_names: entry === null ? [] : entry.names,
    district_slug: district.slug,
    district_name: district.name,
    district_names: district.names,
    state_code: district.state_code,
    state_name: district.state_name,
    seller_name: maker.name,
    seller_class: maker.class,
    seller_place: maker.place,
    seller_state_code: district.state_code,
    proofs: [],
    today,
    reviews,
    stars_sum,
    rating_tenths: reviews === 0 ? 0 : Math.round((10 * stars_sum) / reviews),
  };
}
