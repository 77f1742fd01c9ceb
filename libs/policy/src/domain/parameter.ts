import { parameters } from '../../seed/parameters.js';
import type { Confidence, DatedValue, ParameterDefinition, Unit } from './definition.js';
import { parameterKeys, type ParameterKey } from './registry.js';
import type { Scope } from './scope.js';

/**
 * A value with the time and the people it holds for: `[effective_from, effective_to)` in legal days, `null` is open-ended.
 * @rule
 */
export interface ParameterRow {
  key: ParameterKey;
  scope: Scope;
  value: unknown;
  unit: Unit;
  effective_from: string;
  effective_to: string | null;
  source: string;
  confidence: Confidence;
  rule: string;
  says: string;
}

/** The rows the platform starts with. A value ends where the next one of its key and scope begins. */
export function seedRows(): ParameterRow[] {
  return parameterKeys.flatMap((key) => rowsOf(key, parameters[key]));
}

function rowsOf(key: ParameterKey, definition: ParameterDefinition): ParameterRow[] {
  return definition.rows.map((row) => ({
    key,
    scope: row.scope,
    value: row.value,
    unit: definition.unit,
    effective_from: row.from,
    effective_to: row.until ?? nextStart(definition.rows, row),
    source: row.source,
    confidence: row.confidence,
    rule: definition.rule,
    says: row.says ?? definition.says,
  }));
}

function nextStart(rows: readonly DatedValue<unknown>[], row: DatedValue<unknown>): string | null {
  const later = rows.filter((other) => other.scope === row.scope && other.from > row.from).map((other) => other.from);
  return later.sort()[0] ?? null;
}
