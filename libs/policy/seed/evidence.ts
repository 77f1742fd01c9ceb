import type { DatedValue, Evidence } from '../src/domain/definition.js';
import type { Scope } from '../src/domain/scope.js';
import { sources, type SourceId } from './sources.js';

/**
 * The day from which undated values hold: the General Financial Rules 2017 came into force on it, and no transaction of the
 * platform can be older. Where a source names only a month or a year, its first day is used.
 */
export const EARLIEST: string = '2017-03-08';

/** Stated in these sources. */
export function read(...ids: SourceId[]): Evidence {
  return { source: cite(ids), confidence: 'source' };
}

/** Known practice that no source read for this edition confirms; sources that touch it may be named. */
export function known(...ids: SourceId[]): Evidence {
  const lead = 'Known practice, to be confirmed before production use';
  return { source: ids.length === 0 ? lead : `${lead}; see ${cite(ids)}`, confidence: 'K' };
}

/** Our own choice; sources that shaped it may be named. */
export function decided(...ids: SourceId[]): Evidence {
  const lead = 'Design decision of ODOP Bazaar';
  return { source: ids.length === 0 ? lead : `${lead}; compare ${cite(ids)}`, confidence: 'D' };
}

/** A value from a given day on, until the next value of the same scope or an explicit end. */
export function from<V>(
  day: string,
  value: V,
  evidence: Evidence,
  more: { scope?: Scope; until?: string; says?: string } = {},
): DatedValue<V> {
  return { value, from: day, scope: 'GLOBAL', ...evidence, ...more };
}

/** A value with no known beginning. */
export function always<V>(value: V, evidence: Evidence, more: { scope?: Scope; says?: string } = {}): DatedValue<V> {
  return from(EARLIEST, value, evidence, more);
}

function cite(ids: readonly SourceId[]): string {
  return ids.map((id) => `${id} ${sources[id]}`).join('; ');
}
