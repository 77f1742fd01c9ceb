import { money } from '#platform/money';
import type { JsonValue, Unit } from '#policy';

/**
 * A parameter's value as the API shows it: amounts as money, members of structured values in camelCase with whole numbers
 * of paise, everything else as it is (STD-1.9).
 */
export function shownValue(unit: Unit, value: unknown): JsonValue {
  if (unit === 'paise') return { ...money(value as bigint) };
  return renamed(value, camelCase);
}

/** The value a request means, in the form the register reads; the register then says whether it fits. */
export function meantValue(unit: Unit, shown: unknown): unknown {
  if (unit === 'paise') return isMoney(shown) ? shown.paise : undefined;
  return renamed(shown, snakeCase);
}

const isMoney = (shown: unknown): shown is { paise: number; currency: 'INR' } =>
  typeof shown === 'object' &&
  shown !== null &&
  'paise' in shown &&
  typeof shown.paise === 'number' &&
  'currency' in shown &&
  shown.currency === 'INR' &&
  Object.keys(shown).length === 2;

function renamed(value: unknown, rename: (name: string) => string): JsonValue {
  if (typeof value === 'bigint') return money(value).paise;
  if (Array.isArray(value)) return value.map((part) => renamed(part, rename));
  if (typeof value !== 'object' || value === null) return value as JsonValue;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [rename(name), renamed(part, rename)]));
}

const camelCase = (name: string): string => name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
const snakeCase = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
