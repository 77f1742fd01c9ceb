import type { Bp, Paise } from '#platform/money';
import { isMaterialRise } from './price.rules.js';

/** Columns of a row, as the database has them or would get them. */
export type Columns = Readonly<Record<string, unknown>>;

/** A variant as it is sold now. */
export interface SoldOffer {
  label: string;
  price_paise: Paise;
  columns: Columns;
}

/** Terms of a variant, and the maker's own number of it, that an officer has nothing to check in; the price is asked about by itself. */
const lightColumns: ReadonlySet<string> = new Set([
  'price_paise',
  'lead_days',
  'min_quantity',
  'max_quantity',
  'position',
  'sku',
]);

/** Written by us from other columns. */
const derivedColumns: ReadonlySet<string> = new Set(['search_text']);

/** One writing for what means the same: numbers as the database or a body has them, members in any order. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).filter(([, one]) => one !== undefined);
    return `{${members
      .map(([name, one]) => `${name}:${canonical(one)}`)
      .sort()
      .join()}}`;
  }
  if (typeof value === 'string') return JSON.stringify(value);
  const isPlain = typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean';
  return isPlain ? `"${value}"` : 'null';
}

const differ = (before: Columns, after: Columns, but: ReadonlySet<string>): string[] =>
  Object.keys(after).filter((name) => !but.has(name) && canonical(before[name]) !== canonical(after[name]));

/**
 * What of a new version an officer must see first: anything but pieces, order of the pictures, terms of delivery, fewer
 * variants, and prices that fall or rise a little. What is not known to be light is material.
 * @param before.offers  variants on sale
 * @param rise_max_bp  share of the old price by which it may rise
 * @returns names of what changes, `price` and `offers` among them; none when the change takes effect at once
 * @rule SM-3
 */
export function materialChanges(
  before: { words: Columns; images: readonly Columns[]; offers: readonly SoldOffer[] },
  after: { words: Columns; images: readonly Columns[]; offers: readonly SoldOffer[] },
  rise_max_bp: Bp,
): string[] {
  const fields = new Set(differ(before.words, after.words, derivedColumns));
  const pictures = (images: readonly Columns[]) => images.map(canonical).sort().join();
  if (pictures(before.images) !== pictures(after.images)) fields.add('images');
  for (const offer of after.offers) {
    const sold = before.offers.find(({ label }) => label === offer.label);
    if (!sold || differ(sold.columns, offer.columns, lightColumns).length > 0) fields.add('offers');
    else if (isMaterialRise(sold.price_paise, offer.price_paise, rise_max_bp)) fields.add('price');
  }
  return [...fields].sort();
}
