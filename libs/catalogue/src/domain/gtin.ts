import { fail } from './listing.errors.js';

/**
 * A GTIN of 8, 12, 13 or 14 digits as GTIN-14. The last digit checks the others, weighed 3 and 1 from the right.
 * @throws gtin_malformed (422)
 * @rule STD-6.3
 */
export function gtin14(typed: string): string {
  const digits = typed.trim();
  if (!/^([0-9]{8}|[0-9]{12,14})$/.test(digits)) throw fail('gtin_malformed', { gtin: digits.slice(0, 20) });
  const whole = digits.padStart(14, '0');
  const sum = [...whole].reduce((all, digit, i) => all + Number(digit) * (i % 2 === 0 ? 3 : 1), 0);
  if (sum % 10 !== 0 || /^0+$/.test(whole)) throw fail('gtin_malformed', { gtin: digits });
  return whole;
}
