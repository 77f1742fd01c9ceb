import { financialYear } from '#platform/time';

/** Digits and letters nobody confuses on the telephone (Crockford's base 32). */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * The number a person reads out: `ODB-R-2026-27-7K3M9QXD`. Made from the random end of the order's id, so that no
 * counter is shared between checkouts; the table's unique constraint stands beneath.
 */
export function orderNumber(id: string, at: Date): string {
  let bits = BigInt(`0x${id.replaceAll('-', '').slice(-10)}`);
  let text = '';
  for (let i = 0; i < 8; i++) {
    text = alphabet[Number(bits & 31n)]! + text;
    bits >>= 5n;
  }
  return `ODB-R-${financialYear(at)}-${text}`;
}
