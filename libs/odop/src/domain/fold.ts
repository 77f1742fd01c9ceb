/** Accents of Latin letters only: vowel signs of Indian scripts are marks too, and dropping those would change the name. */
const LATIN_ACCENTS = /[\u0300-\u036f]/g;
const NOT_ALPHANUMERIC = /[^\p{L}\p{M}\p{N}]+/gu;

/**
 * The form two spellings of one name share: Unicode-folded letters and digits, nothing else.
 * 'Y.S.R. Kadapa' and 'YSR  KADAPA' fold alike; '&' reads as 'and'.
 */
export function foldName(name: string): string {
  return plainLetters(name).replace(NOT_ALPHANUMERIC, '');
}

/**
 * An address-bar form of a name: lower-case words with hyphens, at most `length_max` characters, cut between words.
 * A slug once published never changes, so this only proposes one for a new row.
 */
export function slugOf(name: string, length_max = 60): string {
  const words = plainLetters(name)
    .replace(/['’‘.]/g, '')
    .split(NOT_ALPHANUMERIC)
    .filter((word) => word !== '');
  let slug = '';
  for (const word of words) {
    const longer = slug === '' ? word.slice(0, length_max) : `${slug}-${word}`;
    if (longer.length > length_max) break;
    slug = longer;
  }
  return slug;
}

function plainLetters(name: string): string {
  return name.normalize('NFKD').replace(LATIN_ACCENTS, '').toLowerCase().replaceAll('&', ' and ').normalize('NFC');
}
