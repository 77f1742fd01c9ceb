import { factors, type FactorName } from '../../domain/shelf/ranking.rules.js';
import { wordQuery, type AskedWord } from '../../domain/shelf/query-words.js';
import type { ShelfConditions } from './shelf-conditions.js';

/** Days after which goods are no longer new. */
export const fresh_days = 90;

/**
 * The columns by which found goods are ranked: what each factor counts, and the score, which is the sum that
 * `explainScore` makes of the same numbers.
 * @param fits  takes the values of the queries
 * @rule
 */
export function rankColumns(words: readonly AskedWord[], fits: ShelfConditions): { facts: string; score: string } {
  const counted = (weights: string): string =>
    words.map((word) => `(s.words @@ ${fits.value(wordQuery(word, weights))}::tsquery)::integer`).join(' + ');
  const typed = words.map((word) => `(s.words @@ ${fits.value(word.typed)}::tsquery)::integer`).join(' + ');
  const facts = `
    ${counted('A')} as in_title, ${counted('B')} as in_product, ${counted('')} as in_any, ${typed} as in_typed,
    least(greatest((platform.now() at time zone 'Asia/Kolkata')::date - (s.live_at at time zone 'Asia/Kolkata')::date, 0),
          ${fresh_days}) as age_days`;
  const share = (column: string): string => `(r.${column}::float8 / ${words.length})`;
  const values: Record<FactorName, string> = {
    title: share('in_title'),
    product: share('in_product'),
    anywhere: share('in_any'),
    asTyped: share('in_typed'),
    inStock: 'r.in_stock::integer::float8',
    rating: '(r.rating_bp::float8 / 10000)',
    complete: '(r.complete_bp::float8 / 10000)',
    fresh: `(1 - r.age_days::float8 / ${fresh_days})`,
  };
  const score = factors.map(({ name, weight }) => `floor(${weight} * ${values[name]} + 0.5::float8)`).join(' + ');
  return { facts, score: `(${score})::integer` };
}
