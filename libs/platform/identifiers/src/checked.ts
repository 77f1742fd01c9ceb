/** What is wrong with a number that somebody typed; the first fault in this order is told. */
export type Fault =
  'length' | 'form' | 'state' | 'holder' | 'other_pan' | 'year' | 'chapter' | 'check_character' | 'aadhaar';

/** A number as read: in its normal form with what can be read off it, or its first fault. */
export type Checked<Facts extends object = object> =
  ({ ok: true; value: string } & Readonly<Facts>) | { ok: false; fault: Fault };

export const faulty = (fault: Fault): { ok: false; fault: Fault } => ({ ok: false, fault });

/** Longer than any number here: told before a pattern looks at the text (S-54). */
const typed_max = 40;

/**
 * Trimmed and in capitals, as every pattern of section 4.4 expects.
 * @returns null when it is longer than any such number
 */
export function normal(typed: string): string | null {
  return typed.length > typed_max ? null : typed.trim().toUpperCase();
}

/** Full-width digits, digits of another script, and letters whose capital is a Latin one (dotless ı, long s, ligatures). */
const outsideAscii = /[^\x20-\x7e]/;

/**
 * Length first, then the pattern: the two faults every number can have. Signs beyond ASCII are looked for before letters
 * become capitals: `ı`, `ſ` and `ﬁ` turn into Latin capitals and would pass for what nobody typed.
 */
export function readForm(typed: string, pattern: RegExp, lengths: readonly number[]): Checked {
  const value = normal(typed);
  if (value === null) return faulty('length');
  if (outsideAscii.test(typed.trim())) return faulty('form');
  if (!lengths.includes(value.length)) return faulty('length');
  return pattern.test(value) ? { ok: true, value } : faulty('form');
}

/** How a fault reads to the person who typed the number. */
export const faultSays: Readonly<Record<Fault, string>> = {
  length: 'it has too few or too many characters',
  form: 'letters and digits do not stand where they should',
  state: 'its State code does not exist',
  holder: 'its fourth letter names no kind of holder',
  other_pan: 'it belongs to another PAN',
  year: 'its year lies ahead',
  chapter: 'its chapter holds no goods',
  aadhaar:
    'it looks like an Aadhaar number, which is never kept here; put the office’s letters before the card’s own number',
  check_character: 'its check character does not fit: one character is mistyped',
};
