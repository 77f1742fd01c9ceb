import { readForm, type Checked } from './checked.js';

/**
 * PIN code. Whether it exists, and where, tells the directory of `odop`.
 * @returns also whether it is of the army's post, which no courier serves
 * @rule
 */
export function readPincode(typed: string): Checked<{ zone: number; army: boolean }> {
  const read = readForm(typed, /^[1-9][0-9]{5}$/, [6]);
  if (!read.ok) return read;
  const zone = Number(read.value[0]);
  return { ...read, zone, army: zone === 9 };
}

const digits_max = { state: 2, district: 3, village: 6 } as const;

/**
 * Code of a place in the Local Government Directory, without leading zeros, as the directory writes it.
 * Whether there is such a place tells the version of the directory in use.
 * @rule R-4.29a
 */
export function readLgdCode(typed: string, of: keyof typeof digits_max): Checked {
  const lengths = Array.from({ length: digits_max[of] }, (_, i) => i + 1);
  return readForm(typed, /^[1-9][0-9]*$/, lengths);
}
