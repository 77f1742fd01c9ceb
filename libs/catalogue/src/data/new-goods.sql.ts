/** Columns of a listing that its maker's words fill. */
const words = `
  odop_entry_id, category_id, parameters, declarations, certifications, translations, serves_pins, gift_wrap_paise, title,
  description, common_name, brand, hsn, gst_rate_key, unit, net_quantity, net_unit, handmade, country_of_origin, weight_g,
  length_mm, width_mm, height_mm, care, food, search_text`;

const terms = `
  label, price_paise, mrp_paise, lead_days, min_quantity, max_quantity, options, sku, gtin, is_made_to_order, quantity_breaks,
  government_price_paise`;

/**
 * One statement for each table that new goods have rows in, however many they are: drafts of makers and goods of the demo. Rows
 * are jsonb, as COPY takes none of the tables' defaults.
 */
export const newGoods = {
  /** $1 rows with all columns but the step's instant, $2 that instant */
  listings: `
    insert into catalogue.listing (id, seller_id, district_id, state_code, fssai, state, state_since, live_at, created_at, ${words})
    select id, seller_id, district_id, state_code, fssai, state, $2, live_at, created_at, ${words}
      from jsonb_populate_recordset(null::catalogue.listing, $1::jsonb)`,

  /** Their first line: $1 ids, $2 the step, $3 person, $4 organisation, $5 actor, $6 reason */
  history: `
    insert into catalogue.listing_history (listing_id, seq, event, from_state, to_state, person_id, organisation_id, actor,
                                           reason, at)
    select l.id, 1, $2, null, l.state, $3, $4, $5, $6, l.created_at
      from catalogue.listing l where l.id = any($1::uuid[])`,

  /** With their first prices and pieces: $1 rows, $2 when the pieces came, $3 who wrote them */

  offers: `
    with given as (
      select r.* from jsonb_to_recordset($1::jsonb)
        as r(id uuid, listing_id uuid, seller_id uuid, position smallint, label text, price_paise bigint, mrp_paise bigint,
             lead_days integer, min_quantity integer, max_quantity integer, options jsonb, sku text, gtin text,
             is_made_to_order boolean, quantity_breaks jsonb, government_price_paise bigint,
             reviewed_price_paise bigint, stock integer, movement_id uuid, at timestamptz)),
    offers as (
      insert into catalogue.offer (id, listing_id, seller_id, position, reviewed_price_paise, ${terms})
      select id, listing_id, seller_id, position, reviewed_price_paise, ${terms} from given),
    prices as (
      insert into catalogue.price_change (offer_id, seq, price_paise, mrp_paise, government_price_paise, quantity_breaks,
                                          person_id, at)
      select id, 1, price_paise, mrp_paise, government_price_paise, quantity_breaks, $3::uuid, at from given),
    levels as (
      insert into catalogue.stock_level (offer_id, location_id, on_hand) select id, seller_id, stock from given)
    insert into catalogue.stock_movement (id, offer_id, location_id, kind, change, person_id, at)
    select movement_id, id, seller_id, 'received', stock, $3::uuid, $2 from given where stock > 0`,

  images: `
    insert into catalogue.listing_image (listing_id, position, media_id, alt)
    select r.listing_id, r.position, r.media_id, r.alt
      from jsonb_to_recordset($1::jsonb) as r(listing_id uuid, position smallint, media_id uuid, alt text)`,
};
