import { assert } from '#platform/kernel';
import { z } from 'zod';
import { units } from './definition.js';
import { readValue, toStored, type JsonValue, type ParameterKey, type ParameterValue } from './registry.js';
import { parameterAt, type PolicyBook } from './resolve-parameter.js';
import type { Audience } from './scope.js';

/** The values a document was made under, as plain JSON to be stored inside it. */
export const snapshotSchema = z.record(
  z.string(),
  z.strictObject({
    value: z.json(),
    unit: z.enum(units),
    scope: z.string(),
    effective_from: z.string(),
    source: z.string(),
  }),
);
export type Snapshot = z.infer<typeof snapshotSchema>;

/**
 * Freezes the values of some keys into a plain object. Whatever changes later, the document keeps these.
 *
 * @param at  reference date of the document (publication of a bid, contract date, invoice date)
 * @throws parameter_not_in_force when a key had no value then
 * @rule
 */
export function takeSnapshot(
  book: PolicyBook,
  keys: readonly ParameterKey[],
  at: Date,
  audience: Audience = {},
): Snapshot {
  return Object.fromEntries(
    keys.map((key) => {
      const { value, unit, scope, effective_from, source } = parameterAt(book, key, at, audience);
      return [key, { value: toStored(value) as JsonValue, unit, scope, effective_from, source }];
    }),
  );
}

/**
 * Reads a value back from a document, with the type of its key.
 * @rule
 */
export function frozenValue<K extends ParameterKey>(snapshot: Snapshot, key: K): ParameterValue<K> {
  const entry = snapshot[key];
  assert(entry !== undefined, `the document was made with a value for ${key}`);
  const value = readValue(key, entry.value);
  assert(value.success, `the document keeps a readable value for ${key}`);
  return value.data;
}
