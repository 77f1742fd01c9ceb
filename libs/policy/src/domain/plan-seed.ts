import type { ParameterRow } from './parameter.js';
import { placeOf } from './plan-change.js';

/** Rows to add, and rows that are in the register already and end where an added one begins. */
export interface PlannedSeed {
  adds: ParameterRow[];
  closes: { row: ParameterRow; effective_to: string }[];
}

/**
 * Finds the place of every seeded row among those that are there. A row of the same key, scope and first day is left as it
 * is; a row that is already there and begins later cuts the seeded one short.
 *
 * @param there  rows of the register, without overlaps
 * @param seeds  rows of this release, without overlaps
 */
export function planSeed(there: readonly ParameterRow[], seeds: readonly ParameterRow[]): PlannedSeed {
  const plan: PlannedSeed = { adds: [], closes: [] };
  const groups = new Map<string, ParameterRow[]>();
  for (const row of there) groups.set(groupOf(row), [...(groups.get(groupOf(row)) ?? []), row]);
  for (const seed of seeds) {
    const own = groups.get(groupOf(seed)) ?? [];
    if (own.some((row) => row.effective_from === seed.effective_from)) continue;
    const place = placeOf(own, seed.key, seed.scope, seed.effective_from);
    plan.adds.push({ ...seed, effective_to: earlier(place.effective_to, seed.effective_to) });
    if (place.closes !== null) plan.closes.push({ row: place.closes, effective_to: seed.effective_from });
  }
  return plan;
}

const groupOf = (row: ParameterRow): string => `${row.key} ${row.scope}`;

function earlier(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}
