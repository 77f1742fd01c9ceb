/** Rules that are written down and kept, and have no test yet. Nothing is added here; what gets its test goes. */
export const rulesWithoutTest: readonly string[] = [
  'R-1.3',
  'R-1.5',
  'R-2.10',
  'R-3.11',
  'R-4.8',
  'R-6.6',
  'S-10',
  'STD-8.1',
];

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
  'procurement already_billed',
  'procurement bill_not_found',
  'procurement certificate_does_not_add_up',
  'procurement contract_not_found',
  'procurement delivery_not_found',
  'procurement delivery_too_slow',
  'procurement demand_not_found',
  'procurement funds_too_small',
  'procurement mode_not_allowed',
  'procurement nothing_to_pay',
  'procurement offer_not_available',
  'procurement reason_needed',
  'procurement split_block',
  'procurement split_warning',
];
