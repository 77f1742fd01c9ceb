/** What an offer has over all its places. */
export const stockOfOffer = `
  select sum(on_hand)::integer as on_hand, sum(reserved)::integer as reserved from catalogue.stock_level where offer_id = $1`;
