/** Rules that are written down and kept, and have no test yet. Nothing is added here; what gets its test goes. */
export const rulesWithoutTest: readonly string[] = ['R-6.6', 'S-10', 'STD-8.1'];

/** Refusals no test has met yet: module and code. The same holds for them. */
export const refusalsWithoutTest: readonly string[] = [
  'fulfilment courier_notice_rejected',
  'orders address_pincode_unknown',
  'orders cart_already_ordered',
  'orders cart_is_empty',
  'orders cart_not_found',
  'orders order_not_found',
  'orders price_changed',
  'orders quantity_not_sold',
  'orders seller_cannot_ship_interstate',
];
