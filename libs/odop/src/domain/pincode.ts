import { strict as assert } from 'node:assert';

/** Six digits, the first of them the postal zone (1–8) or the army post (9). @rule */
export const PINCODE = /^[1-9][0-9]{5}$/;

/**
 * How a PIN code came to its district. `agree`: post office name and position say the same; `name` or `point`: only one of
 * them does. `_presplit`: the district was divided since, so the answer may now be one of its children. `order`: the order that
 * divided the district names it. `knowledge`: no source names the PIN code, we know the post office.
 */
export const pincodeBases = [
  'agree',
  'name',
  'point',
  'agree_presplit',
  'name_presplit',
  'point_presplit',
  'order',
  'knowledge',
] as const;
export type PincodeBasis = (typeof pincodeBases)[number];

/** Only an undisputed district is shown as known; any other is a suggestion that the user confirms. @rule */
export function isSure(basis: PincodeBasis): boolean {
  return basis === 'agree' || basis === 'order';
}

/**
 * Spells out the seed's short form: '744101-107 744211' is 744101 to 744107 and 744211; the end of a run gives only its
 * last three digits.
 */
export function expandPincodes(runs: string): string[] {
  return runs.split(' ').flatMap((run) => {
    const [first = '', lastDigits] = run.split('-');
    const last = lastDigits === undefined ? first : first.slice(0, -lastDigits.length) + lastDigits;
    assert.match(first, PINCODE, `"${run}" starts with a PIN code`);
    assert.match(last, PINCODE, `"${run}" ends with a PIN code`);
    assert.ok(Number(first) <= Number(last), `"${run}" runs upwards`);
    return Array.from({ length: Number(last) - Number(first) + 1 }, (_, i) => String(Number(first) + i));
  });
}
