import { istDay } from '#platform/time';
import type { ParameterRow } from './parameter.js';
import { fail } from './policy.errors.js';
import type { ParameterKey, ParameterValue, UnitOf } from './registry.js';
import { scopesOf, type Audience, type Scope } from './scope.js';

/** All rows, arranged for looking up: key → scope → rows by day. */
export type PolicyBook = ReadonlyMap<string, ReadonlyMap<Scope, readonly ParameterRow[]>>;

/** A row whose value has the type and unit of its key. */
export type InForce<K extends ParameterKey> = Omit<ParameterRow, 'key' | 'value' | 'unit'> & {
  key: K;
  value: ParameterValue<K>;
  unit: UnitOf<K>;
};

/** Arranges rows, in any order, for looking up. */
export function policyBook(rows: readonly ParameterRow[]): PolicyBook {
  const book = new Map<string, Map<Scope, ParameterRow[]>>();
  const byDay = [...rows].sort((a, b) => (a.effective_from < b.effective_from ? -1 : 1));
  for (const row of byDay) {
    const scopes = book.get(row.key) ?? new Map<Scope, ParameterRow[]>();
    scopes.set(row.scope, [...(scopes.get(row.scope) ?? []), row]);
    book.set(row.key, scopes);
  }
  return book;
}

/**
 * The row in force on the day of `at`, most specific scope first, or undefined when the key had no value then.
 *
 * @param at  reference date of the transaction, any instant; the legal day in India counts
 * @rule
 */
export function findParameter<K extends ParameterKey>(
  book: PolicyBook,
  key: K,
  at: Date,
  audience: Audience = {},
): InForce<K> | undefined {
  const scopes = book.get(key);
  if (scopes === undefined) return undefined;
  const day = istDay(at);
  for (const scope of scopesOf(audience)) {
    const row = scopes.get(scope)?.find((one) => holdsOn(one, day));
    if (row !== undefined) return row as InForce<K>;
  }
  return undefined;
}

/**
 * The row in force on the day of `at`.
 * @throws parameter_not_in_force when the key had no value then
 * @rule
 */
export function parameterAt<K extends ParameterKey>(
  book: PolicyBook,
  key: K,
  at: Date,
  audience: Audience = {},
): InForce<K> {
  const row = findParameter(book, key, at, audience);
  if (row === undefined) throw fail('parameter_not_in_force', { key, day: istDay(at) });
  return row;
}

/** True when a legal day lies in the half-open interval of a row. */
export function holdsOn(row: Pick<ParameterRow, 'effective_from' | 'effective_to'>, day: string): boolean {
  return row.effective_from <= day && (row.effective_to === null || day < row.effective_to);
}
