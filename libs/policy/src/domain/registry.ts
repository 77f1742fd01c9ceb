import { z } from 'zod';
import { parameters } from '../../seed/parameters.js';
import type { ParameterDefinition, Unit } from './definition.js';

type Registry = typeof parameters;

/** A key some code may ask for. A key that is not here does not compile. */
export type ParameterKey = keyof Registry & string;

/** The type a key's value has: bigint for paise, number for shares and times, the shape of a structured value. */
export type ParameterValue<K extends ParameterKey> = Registry[K] extends ParameterDefinition<infer V, Unit> ? V : never;

/** The unit of a key, known to the compiler. */
export type UnitOf<K extends ParameterKey> = Registry[K] extends ParameterDefinition<infer _, infer U> ? U : never;

/** Keys that count time, and so can set a deadline. */
export type ClockKey = {
  [K in ParameterKey]: UnitOf<K> extends 'seconds' | 'minutes' | 'hours' | 'days' | 'months' ? K : never;
}[ParameterKey];

const definitions: Readonly<Record<string, ParameterDefinition>> = parameters;

/** Every key, in alphabetical order. */
export const parameterKeys: readonly ParameterKey[] = (Object.keys(parameters) as ParameterKey[]).sort();

/** True when some code knows this key: a value under any other key would bind nobody. */
export function isParameterKey(key: string): key is ParameterKey {
  return Object.hasOwn(definitions, key);
}

/** Unit, rule, sentence and form of a key. */
export function definitionOf(key: ParameterKey): ParameterDefinition {
  return definitions[key]!;
}

/** Reads a value as it is stored (paise as digits). The result tells what is wrong instead of throwing. */
export function readValue<K extends ParameterKey>(key: K, stored: unknown): z.ZodSafeParseResult<ParameterValue<K>> {
  return definitionOf(key).schema.safeParse(stored) as z.ZodSafeParseResult<ParameterValue<K>>;
}

export type JsonValue = string | number | boolean | null | JsonValue[] | { [member: string]: JsonValue };

/** The form in which a value is stored and shown: whole paise as digits, because JSON numbers lose precision. */
export function toStored(value: unknown): JsonValue {
  return storable.parse(
    JSON.parse(JSON.stringify(value, (_, part) => (typeof part === 'bigint' ? String(part) : part))),
  );
}

const storable = z.json();
