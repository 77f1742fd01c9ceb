/**
 * Offers of a listing that its shop window shows: hers who made it, and of resellers those who may sell such goods now.
 * Reads `l`, the listing, and `e`, its ODOP entry or nothing, of the query around it; gives `o` and its seller `os`.
 * @rule SM-1
 */
export const shownOffers = `
  catalogue.offer o join sellers.v_seller os on os.seller_id = o.seller_id
   where o.listing_id = l.id and not o.is_withdrawn and os.is_selling
     and not (os.hides_food and catalogue.is_food(l.hsn)) and not (os.hides_gi and coalesce(e.gi, false))`;
