import type { GstRate } from '#policy';
import { fail } from './listing.errors.js';
import { assertDiscount } from './price.rules.js';
import type { CategoryInput, GoldenParameter, ParameterValue, Quadrant } from './category.js';

/** What the rules ask of a category. */
export interface CategoryFacts {
  slug: string;
  name: string;
  quadrant: Quadrant;
  is_food: boolean;
  is_toy: boolean;
  hsn: readonly string[];
  gst_rate_keys: readonly string[];
  parameters: readonly GoldenParameter[];
  discount_min_bp: number;
  is_published: boolean;
}

/** Goods of an ODOP category stand under an entry of the maker's district; goods of others may. @rule R-4.6 */
export const needsOdopEntry = (quadrant: Quadrant): boolean => quadrant === 'q6';

/** Categories of brands are for those who own the brand, or sell it with their leave; no maker is such yet. */
const isForBrands = (quadrant: Quadrant): boolean => quadrant === 'q1' || quadrant === 'q2' || quadrant === 'q3';

/**
 * A shelf that takes goods now: published, no group, open to makers.
 * @throws category_closed, category_for_brands (422)
 * @rule R-4.6
 */
export function assertTakesGoods(
  named: string,
  category: CategoryFacts | null,
): asserts category is NonNullable<typeof category> {
  if (!category?.is_published || category.hsn.length === 0) throw fail('category_closed', { category: named });
  if (isForBrands(category.quadrant)) throw fail('category_for_brands', { category: category.name });
}

/**
 * Goods fit their shelf: its tariff codes, its tax lines, an entry where it asks for one, and enough below the MRP.
 * @throws hsn_not_for_category, rate_not_for_category, odop_entry_needed, discount_too_small (422)
 * @rule R-4.6 R-4.7 R-2.11
 */
export function assertFitsCategory(
  category: CategoryFacts,
  goods: {
    hsn: string;
    gstRateKey: string;
    hasEntry: boolean;
    offers: readonly { label: string; price_paise: bigint; mrp_paise: bigint }[];
  },
): void {
  const { name, hsn: covers, gst_rate_keys: keys, discount_min_bp } = category;
  if (!covers.some((prefix) => goods.hsn.startsWith(prefix)))
    throw fail('hsn_not_for_category', { hsn: goods.hsn, category: name, covers });
  if (!keys.includes(goods.gstRateKey))
    throw fail('rate_not_for_category', { key: goods.gstRateKey, category: name, keys });
  if (needsOdopEntry(category.quadrant) && !goods.hasEntry) throw fail('odop_entry_needed', { category: name });
  for (const offer of goods.offers) assertDiscount(offer, discount_min_bp);
}

/**
 * The maker's answers by key, each of the kind its category asks for. What is missing is no fault of a draft.
 * @throws parameter_unfit (422) for the first that is unknown, given twice, or of another kind
 * @rule R-4.7
 */
export function answersOf(
  parameters: readonly GoldenParameter[],
  given: readonly { key: string; value: ParameterValue }[],
): Record<string, ParameterValue> {
  const asked = new Map(parameters.map((one) => [one.key, one]));
  const answers: Record<string, ParameterValue> = {};
  for (const { key, value } of given) {
    const fault = key in answers ? 'it is given twice' : faultOf(asked.get(key), value);
    if (fault !== null) throw fail('parameter_unfit', { key, why: fault });
    answers[key] = value;
  }
  return answers;
}

function faultOf(asked: GoldenParameter | undefined, value: ParameterValue): string | null {
  if (!asked) return 'the category does not ask for it';
  switch (asked.kind) {
    case 'yes_no':
      return typeof value === 'boolean' ? null : 'yes or no is expected';
    case 'text':
      return typeof value === 'string' ? null : 'words are expected';
    case 'choice':
      return asked.choices.includes(String(value)) ? null : `one of these is expected: ${asked.choices.join(', ')}`;
    case 'number': {
      const { unit, least, most } = asked;
      if (typeof value !== 'number') return `a number${unit === null ? '' : ` in ${unit}`} is expected`;
      const isWithin = value >= (least ?? -Infinity) && value <= (most ?? Infinity);
      return isWithin ? null : `a number from ${least ?? 'any'} to ${most ?? 'any'} is expected`;
    }
  }
}

/** What the category asks for and the maker has not answered, by name. @rule R-4.7 */
export const missingAnswers = (
  parameters: readonly GoldenParameter[],
  answers: Readonly<Record<string, ParameterValue>>,
): string[] => parameters.filter((one) => one.required && !(one.key in answers)).map((one) => one.name);

/**
 * What keeps a category from being published: a group needs nothing; a shelf needs tax lines that exist and cover each of
 * its tariff codes, and what stands in a group needs that group published.
 * @returns the faults in words, none when it may be published
 * @rule R-4.7 R-6.10
 */
export function publicationFaults(
  category: Pick<CategoryInput, 'hsn' | 'gstRateKeys'>,
  parent: { is_published: boolean } | null,
  rateAt: (key: string) => GstRate | undefined,
): string[] {
  const rates = category.gstRateKeys.map((key) => ({ key, rate: rateAt(key) }));
  const covered = rates.flatMap(({ rate }) => rate?.hsn ?? []);
  const overlaps = (prefix: string) => covered.some((one) => one.startsWith(prefix) || prefix.startsWith(one));
  return [
    ...(parent && !parent.is_published ? ['its group is not published'] : []),
    ...rates.filter(({ rate }) => !rate).map(({ key }) => `there is no tax line ${key} today`),
    ...category.hsn.filter((prefix) => !overlaps(prefix)).map((prefix) => `no tax line covers ${prefix}`),
  ];
}
