import { faulty, readForm, type Checked } from './checked.js';
import { isGstStateCode } from './gst-states.js';
import { readPan } from './pan.js';

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

export type GstinKind = 'regular' | 'deductor' | 'collector' | 'other';
const kinds: Readonly<Record<string, GstinKind>> = { Z: 'regular', D: 'deductor', C: 'collector' };

/**
 * The check character of the first 14 characters of a GSTIN: base 36, weights 2, 1, 2, 1 … from the right.
 * @param first14  capitals and digits
 * @rule
 */
export function gstinCheckCharacter(first14: string): string {
  let sum = 0;
  for (let i = 0; i < 14; i++) {
    const product = alphabet.indexOf(first14[13 - i]!) * (i % 2 === 0 ? 2 : 1);
    sum += Math.floor(product / 36) + (product % 36);
  }
  return alphabet[(36 - (sum % 36)) % 36]!;
}

/**
 * Reads a GSTIN.
 * @param pan  the seller's PAN when it is known: characters 3–12 must be it
 * @rule
 */
export function readGstin(
  typed: string,
  pan?: string,
): Checked<{ state: string; pan: string; ordinal: string; kind: GstinKind }> {
  const read = readForm(typed, /^[0-9]{2}[A-Z]{5}[0-9]{4}[A-Z][1-9A-Z][A-Z][0-9A-Z]$/, [15]);
  if (!read.ok) return read;
  const value = read.value;
  const state = value.slice(0, 2);
  if (!isGstStateCode(state)) return faulty('state');
  const holder = readPan(value.slice(2, 12));
  if (!holder.ok) return faulty('holder');
  if (pan !== undefined && holder.value !== pan) return faulty('other_pan');
  if (gstinCheckCharacter(value.slice(0, 14)) !== value[14]) return faulty('check_character');
  return { ok: true, value, state, pan: holder.value, ordinal: value[12]!, kind: kinds[value[13]!] ?? 'other' };
}
