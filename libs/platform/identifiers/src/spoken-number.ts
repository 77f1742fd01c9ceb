/** Digits and letters nobody confuses on the telephone (Crockford's base 32). */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * Ten signs a person can read out, `7K3M9-QXD4T`, from the random end of an id, so that no counter is shared. Fifty bits: among
 * ten million of a year two are alike in one year of twenty, and then a unique constraint refuses the second.
 */
export function spokenNumber(id: string): string {
  let bits = BigInt(`0x${id.replaceAll('-', '').slice(-13)}`);
  let text = '';
  for (let i = 0; i < 10; i++) {
    text = alphabet[Number(bits & 31n)]! + text;
    bits >>= 5n;
  }
  return `${text.slice(0, 5)}-${text.slice(5)}`;
}
