import { soundWords, transliterate } from '#odop';

/** Words of a search that say nothing of the goods. */
const wishes = new Set([
  'a',
  'an',
  'or',
  'to',
  'by',
  'on',
  'with',
  'made',
  'buy',
  'online',
  'price',
  'se',
  'wala',
  'wali',
]);
/** So many words of one text are looked at. */
const words_max = 60;
/** More words than these tell nothing apart, and each costs. */
export const asked_words_max = 6;

/** One of many in English and in Hindi written as it sounds: 'paintings', 'dishes', 'saadiyaan'. */
function single(word: string): string {
  if (word.length <= 3) return word;
  const hindi = word.replace(/i{1,2}y(?:aa|a|o)n$/, 'i');
  if (hindi !== word) return hindi;
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (/(?:ch|sh|ss|x|z)es$/.test(word)) return word.slice(0, -2);
  return word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}

/**
 * The words of a text as the shelf keeps them: Latin letters whatever the script, one for many, as they sound.
 * 'Banarasi Sarees', 'बनारसी साड़ियाँ' → 'banarasi', 'sari'. In the order of the text, each once.
 */
export function shelfWords(text: string): readonly string[] {
  const before = names.get(text);
  if (before !== undefined) return before;
  const words = withCompounds(soundsOf(text, words_max), true);
  if (text.length <= name_max) remember(names, text, words);
  return words;
}

/** Names of products, places, categories and makers stand with goods again and again: each is taken apart once. */
const names = new Map<string, readonly string[]>();
const name_max = 60;

function soundsOf(text: string, most: number): string[] {
  const sounds = new Set<string>();
  let left = most;
  for (const piece of text.normalize('NFKC').split(/\s+/)) {
    for (const word of heard(piece)) {
      if (left-- <= 0) return [...sounds];
      for (const sound of word) sounds.add(sound);
    }
  }
  return [...sounds];
}

/** Goods say the same few thousand words again and again: what they sound like is worked out once. */
const known = new Map<string, string[][]>();
const known_max = 10_000;

function remember<T>(map: Map<string, T>, key: string, value: T): void {
  if (map.size >= known_max) map.clear();
  map.set(key, value);
}

/** The words in a piece of text without spaces, each as it sounds. */
function heard(piece: string): string[][] {
  const before = known.get(piece);
  if (before !== undefined) return before;
  const latin =
    transliterate(piece)
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const words = latin.map((word) => soundWords(single(word)));
  if (piece.length <= 40) remember(known, piece, words);
  return words;
}

/** What some write in two words and others in one. */
const compounds: ReadonlySet<string> = new Set(
  [
    'bed sheet',
    'fox nut',
    'table cloth',
    'hand loom',
    'hand bag',
    'ground nut',
    'pea nut',
    'jack fruit',
    'lamp shade',
  ].map((text) => soundsOf(text, words_max).join(' ')),
);

/** Joins what belongs together; the shelf keeps the parts beside it, a search asks for the whole. */
function withCompounds(words: readonly string[], keepsParts: boolean): string[] {
  const found: string[] = [];
  for (let i = 0; i < words.length; i++) {
    const [one, next] = [words[i]!, words[i + 1]];
    const isOne = next !== undefined && compounds.has(`${one} ${next}`);
    if (!isOne || keepsParts) found.push(one);
    if (isOne) found.push(`${one}${next}`);
    if (isOne && !keepsParts) i += 1;
  }
  return [...new Set(found)];
}

/** Under what a phrase is found while somebody types: each of its words with those that follow it. */
export function phraseSounds(phrase: string): string[] {
  const words = shelfWords(phrase).slice(0, 8);
  return words.map((_, i) => words.slice(i).join(' '));
}

/** The first words somebody looks for; what only says that she would like to buy is left out. */
export const askedWords = (text: string): string[] => telling(text).slice(0, asked_words_max);

/** How many more words than are looked for a text has. */
export const wordsLeftOut = (text: string): number => Math.max(0, telling(text).length - asked_words_max);

function telling(text: string): string[] {
  const words = withCompounds(soundsOf(text, text.length), false);
  const told = words.filter((word) => !wishes.has(word));
  return told.length > 0 ? told : words;
}

/** What goods are called, by how much it says of them. */
export interface Names {
  /** The title and the kind of goods. */
  title: readonly string[];
  /** The ODOP product under all its names, GIs and category. */
  product: readonly string[];
  /** District, State, maker and brand. */
  place: readonly string[];
  /** The maker's description. */
  rest: readonly string[];
}

/** Each word of the goods with all the places where it stands, the weightiest first: PostgreSQL's tsvector as text. */
export function wordsVector({ title, product, place, rest }: Names): string {
  const places = new Map<string, string>();
  [title, product, place, rest].forEach((texts, i) => {
    const mark = `${i + 1}${'ABCD'.charAt(i)}`;
    for (const text of texts) {
      for (const word of shelfWords(text)) {
        const before = places.get(word);
        if (before === undefined) places.set(word, mark);
        else if (!before.endsWith(mark)) places.set(word, `${before},${mark}`);
      }
    }
  });
  let vector = '';
  for (const [word, of] of places) vector += `${vector === '' ? '' : ' '}'${word}':${of}`;
  return vector;
}
