/** What is said to words about goods that do not fit the registers they name. @rule */
export const contentRefusals = [
  'seller_unknown',
  'seller_not_listing',
  'odop_entry_unknown',
  'odop_entry_of_other_district',
  'odop_entry_not_live',
  'hsn_malformed',
  'rate_unknown',
  'rate_not_for_hsn',
  'rate_needs_handmade',
  'offer_label_twice',
  'price_above_mrp',
  'quantity_range_empty',
  'media_unknown',
  'category_closed',
  'category_for_brands',
  'hsn_not_for_category',
  'rate_not_for_category',
  'odop_entry_needed',
  'parameter_unfit',
  'discount_too_small',
  'offer_terms_unfit',
  'offer_code_taken',
  'gtin_malformed',
  'goods_prohibited',
];

/** What is said to goods of which something is missing, before they are shown. @rule    */
export const checklistRefusals = [
  'images_missing',
  'category_missing',
  'parameters_missing',
  'declarations_missing',
  'food_details_missing',
  'fssai_missing',
  'toy_unproved',
];
