import type { DomainError } from '#platform/kernel';
import type { ListingInput } from '../listing-content.js';
import type { GoodsFault } from './faults.js';
import type { GoodsRows } from './rows.js';

/** The column that puts a refusal right. */
const columnOf: Readonly<Record<string, string>> = {
  ...{
    odop_entry_unknown: 'odop_entry',
    odop_entry_of_other_district: 'odop_entry',
    odop_entry_not_live: 'odop_entry',
  },
  ...{ odop_entry_needed: 'odop_entry', category_closed: 'category', category_for_brands: 'category' },
  ...{
    hsn_malformed: 'hsn',
    hsn_not_for_category: 'hsn',
    rate_unknown: 'gst_rate_key',
    rate_not_for_hsn: 'gst_rate_key',
  },
  ...{ rate_not_for_category: 'gst_rate_key', rate_needs_handmade: 'handmade', goods_prohibited: 'title' },
  ...{ price_above_mrp: 'price', discount_too_small: 'price', price_rise_needs_review: 'price' },
  ...{
    quantity_range_empty: 'min_quantity',
    offer_label_twice: 'label',
    offer_code_taken: 'sku',
    gtin_malformed: 'gtin',
  },
  ...{ stock_below_reserved: 'stock', category_missing: 'category', food_details_missing: 'ingredients' },
  ...{ declarations_missing: 'care_phone', toy_unproved: 'marks', images_missing: 'pictures' },
};

/** A refusal of a verb, told about the row it came from. */
export function faultOfRefusal(error: DomainError, { rows }: GoodsRows, content: ListingInput | null): GoodsFault {
  const { facts } = error;
  const offer = content?.offers.find((one) => one.label === facts['label'] || one.sku === facts['code']);
  const row =
    rows.find((one) => offer && (one.cells['sku'] === offer.sku || one.cells['label'] === offer.label)) ?? rows[0]!;
  const column = error.code === 'parameter_unfit' ? `answer.${String(facts['key'])}` : (columnOf[error.code] ?? null);
  const says = [error.message, error.next].filter((one) => one !== undefined).join(' ');
  const value = column === null ? null : row.cells[column] || null;
  return { row: row.row, column, code: error.code, value, facts: { ...facts, says } };
}
