import { transliterate } from './transliterate.js';

const LATIN_ACCENTS = /[\u0300-\u036f]/g;
/** Words that tell nothing apart. */
const empty = new Set(['and', 'of', 'the', 'for', 'from', 'in', 'ka', 'ki', 'ke', 'aur']);

/** How the same sound is spelt: applied in this order, to a word in small Latin letters. */
const spellings: readonly [RegExp, string][] = [
  [/chh?/g, 'C'], // kept apart from k and from the h that is dropped below
  [/c?k|q|c(?!h)/g, 'k'],
  [/x/g, 'ks'],
  [/z/g, 'j'],
  [/ph/g, 'f'],
  [/w/g, 'v'],
  [/([bdgjkrst])h/g, '$1'],
  [/ee|ea|ii|ey|y$|ie$/g, 'i'],
  [/oo|ou|uu/g, 'u'],
  [/aa/g, 'a'],
  [/([a-z])\1/gi, '$1'],
  [/C/g, 'ch'],
];

/**
 * The words of a name as they sound, so that one search finds 'saree', 'sari' and 'साड़ी', 'Kanchipuram' and
 * 'Kancheepuram': in any script of India, without doubled letters, aspiration and the silent last "a".
 * At most 12 words; none when there is nothing to search for.
 */
export function soundWords(text: string): string[] {
  const latin = transliterate(text).normalize('NFKD').replace(LATIN_ACCENTS, '').toLowerCase();
  const words = (latin.match(/[a-z0-9]+/g) ?? []).filter((word) => !empty.has(word)).map(soundOf);
  return [...new Set(words)].slice(0, 12);
}

function soundOf(word: string): string {
  const spoken = spellings.reduce((sound, [spelling, plain]) => sound.replace(spelling, plain), word);
  return spoken.length > 3 ? spoken.replace(/a$/, '') : spoken;
}

/** What is stored to be searched: every distinct word of the given names. */
export function searchTextOf(names: readonly string[]): string {
  return [...new Set(names.flatMap((name) => soundWords(name)))].join(' ');
}
