import { faulty, readForm, type Checked } from './checked.js';

/** The fourth letter of a PAN says what its holder is. */
const holders = {
  P: 'person',
  C: 'company',
  H: 'hindu_undivided_family',
  F: 'firm',
  A: 'association',
  T: 'trust',
  B: 'body_of_individuals',
  L: 'local_authority',
  J: 'artificial_person',
  G: 'government',
} as const;
export type PanHolder = (typeof holders)[keyof typeof holders];

/**
 * Reads a PAN. Its last letter is a check letter whose rule was never published, so a slip there is not found here.
 * @rule
 */
export function readPan(typed: string): Checked<{ holder: PanHolder }> {
  const read = readForm(typed, /^[A-Z]{5}[0-9]{4}[A-Z]$/, [10]);
  if (!read.ok) return read;
  const letter = read.value[3]!;
  if (!Object.hasOwn(holders, letter)) return faulty('holder');
  return { ok: true, value: read.value, holder: holders[letter as keyof typeof holders] };
}

/**
 * Whether a PAN's fifth letter fits a name: the first letter of the surname of a person, of the name of anybody else. Indian
 * names put the surname first, last or nowhere, so for a person any word of the name may carry it.
 * @param pan  as `readPan` gives it
 * @rule
 */
export function panFitsName(pan: string, name: string): boolean {
  const words = name.toUpperCase().match(/[A-Z]+/g) ?? [];
  const candidates = pan[3] === 'P' ? words : words.slice(0, 1);
  return candidates.some((word) => word[0] === pan[4]);
}
