import { addDays, istDay, minutesAfter } from '#platform/time';
import type { ParameterRow } from './parameter.js';
import { fail } from './policy.errors.js';
import { holdsOn } from './resolve-parameter.js';
import { definitionOf, isParameterKey, readValue, type ParameterKey } from './registry.js';
import type { Scope } from './scope.js';

/** A new value somebody wants, as it was sent. */
export interface WantedChange {
  key: string;
  scope: Scope;
  value: unknown;
  effective_from: string;
}

/** What the wish becomes: the row that is closed on that day, if any, and the span of the new one. */
export interface PlannedChange {
  key: ParameterKey;
  scope: Scope;
  value: unknown;
  effective_from: string;
  effective_to: string | null;
  closes: ParameterRow | null;
}

/** Minutes before a value holds by which it must be approved, so that every process has read it in time. */
const NOTICE_MINUTES = 5;

/** The first day from which a value approved now may hold: tomorrow, or the day after in the last minutes of a day. */
export function earliestDay(now: Date): string {
  return addDays(istDay(minutesAfter(now, NOTICE_MINUTES)), 1);
}

/**
 * Checks a wished value and finds its place among the rows of its key and scope. The row that holds on that day ends there;
 * a row that begins later still begins then, and the new one ends there. Past and present are never touched.
 *
 * @param rows  all rows of the key, any scope
 * @throws parameter_unknown, parameter_value_invalid, parameter_not_in_future, parameter_changes_that_day
 * @rule
 */
export function planChange(rows: readonly ParameterRow[], wanted: WantedChange, now: Date): PlannedChange {
  const { key, scope, effective_from } = wanted;
  if (!isParameterKey(key)) throw fail('parameter_unknown', { key });
  const value = readValue(key, wanted.value);
  if (!value.success) {
    const fault = value.error.issues.map((issue) => [...issue.path, issue.message].join(' ')).join('; ');
    throw fail('parameter_value_invalid', { key, unit: definitionOf(key).unit, fault });
  }
  const earliest = earliestDay(now);
  if (effective_from < earliest) throw fail('parameter_not_in_future', { effective_from, earliest });
  return { key, scope, value: value.data, ...placeOf(rows, key, scope, effective_from) };
}

/**
 * The place of a row that begins on `day`: which row it closes and where it ends.
 * @throws parameter_changes_that_day
 */
export function placeOf(
  rows: readonly ParameterRow[],
  key: ParameterKey,
  scope: Scope,
  day: string,
): Pick<PlannedChange, 'effective_from' | 'effective_to' | 'closes'> {
  const own = rows.filter((row) => row.key === key && row.scope === scope);
  if (own.some((row) => row.effective_from === day)) {
    throw fail('parameter_changes_that_day', { key, scope, effective_from: day });
  }
  const later = own.map((row) => row.effective_from).filter((start) => start > day);
  return {
    effective_from: day,
    effective_to: later.sort()[0] ?? null,
    closes: own.find((row) => holdsOn(row, day)) ?? null,
  };
}
