import { financialYear } from '#platform/time';

/** Digits and letters nobody confuses on the telephone (Crockford's base 32). */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * The number a person reads out: `ODB-R-2026-27-7K3M9-QXD4T`. Made from the random end of the order's id, so that no
 * counter is shared between checkouts. Fifty bits: among ten million orders of a year two share one in one year of
 * twenty, and then the table's unique constraint refuses the second.
 */
export function orderNumber(id: string, at: Date): string {
  let bits = BigInt(`0x${id.replaceAll('-', '').slice(-13)}`);
  let text = '';
  for (let i = 0; i < 10; i++) {
    text = alphabet[Number(bits & 31n)]! + text;
    bits >>= 5n;
  }
  return `ODB-R-${financialYear(at)}-${text.slice(0, 5)}-${text.slice(5)}`;
}
