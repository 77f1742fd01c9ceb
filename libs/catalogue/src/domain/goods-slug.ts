import { slugOf, transliterate } from '#odop';

/** Digits of an id in the address: 128 bits in base 36. */
const id_length = 25;

/**
 * The address-bar form of goods: words of the title in Latin letters, then the id. The id finds the goods, whatever the words
 * before it: a title may change, and addresses given out before still lead there.
 */
export function goodsSlug(title: string, id: string): string {
  const words = slugOf(transliterate(title.normalize('NFKC')), 50)
    .replaceAll(/[^a-z0-9-]/gu, '')
    .replaceAll(/-{2,}/gu, '-')
    .replaceAll(/^-|-$/gu, '');
  const digits = BigInt(`0x${id.replaceAll('-', '')}`)
    .toString(36)
    .padStart(id_length, '0');
  return words === '' ? digits : `${words}-${digits}`;
}

/** The id in an address, or null when none can be. */
export function idOfSlug(slug: string): string | null {
  const digits = slug.slice(slug.lastIndexOf('-') + 1);
  if (digits.length !== id_length) return null;
  const number = [...digits].reduce((sum, digit) => sum * 36n + BigInt(Number.parseInt(digit, 36)), 0n);
  const hex = number.toString(16).padStart(32, '0');
  return hex.length > 32
    ? null
    : [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
