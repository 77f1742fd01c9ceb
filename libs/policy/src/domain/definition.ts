import { z } from 'zod';
import type { Scope } from './scope.js';

/** What a number counts. Amounts are paise (bigint), shares are basis points (1 % = 100 bp). */
export const units = [
  'paise',
  'bp',
  'seconds',
  'minutes',
  'hours',
  'days',
  'months',
  'count',
  'flag',
  'text',
  'date',
  'json',
] as const;
export type Unit = (typeof units)[number];

/** How sure we are: read in a named source, known practice still to be confirmed (K), or our own decision (D). */
export type Confidence = 'source' | 'K' | 'D';

/** Where a value comes from, written out so that a reader needs no other list. */
export interface Evidence {
  source: string;
  confidence: Confidence;
}

/** One value and the legal day (`YYYY-MM-DD`, India) on which it begins to hold; it ends where the next one of the same scope begins, or at `until`. */
export interface DatedValue<V> extends Evidence {
  value: V;
  from: string;
  until?: string;
  scope: Scope;
  says?: string;
}

/** A parameter: what it counts, the rule it serves, one plain sentence, and its values through time. */
export interface ParameterDefinition<V = unknown, U extends Unit = Unit> {
  unit: U;
  rule: string;
  says: string;
  schema: z.ZodType<V>;
  rows: readonly DatedValue<V>[];
}

/** Paise: a bigint in code, digits where stored, a whole number in requests. */
export const paiseField = z.union([
  z.bigint().nonnegative(),
  z.int().nonnegative().transform(BigInt),
  z
    .string()
    .regex(/^\d{1,18}$/)
    .transform(BigInt),
]);

/** Basis points: 0 to 1 000 %. */
export const bpField = z.int().min(0).max(100_000);

const whole = z.int().min(0).max(1_000_000_000);
const calendarDay = z.iso.date();

const define =
  <V, U extends Unit>(unit: U, schema: z.ZodType<V>) =>
  (rule: string, says: string, ...rows: DatedValue<V>[]): ParameterDefinition<V, U> => ({
    unit,
    rule,
    says,
    schema,
    rows,
  });

export const paise = define<bigint, 'paise'>('paise', paiseField);
export const bp = define<number, 'bp'>('bp', bpField);
export const seconds = define<number, 'seconds'>('seconds', whole);
export const minutes = define<number, 'minutes'>('minutes', whole);
export const hours = define<number, 'hours'>('hours', whole);
export const days = define<number, 'days'>('days', whole);
export const months = define<number, 'months'>('months', whole);
export const count = define<number, 'count'>('count', whole);
export const flag = define<boolean, 'flag'>('flag', z.boolean());
export const text = define<string, 'text'>('text', z.string().min(1).max(500));
export const date = define<string, 'date'>('date', calendarDay);

/** A structured value, for tables and ranges that only make sense together. Its schema is its type. */
export function json<V>(
  schema: z.ZodType<V>,
  rule: string,
  says: string,
  ...rows: DatedValue<V>[]
): ParameterDefinition<V, 'json'> {
  return { unit: 'json', rule, says, schema, rows };
}
