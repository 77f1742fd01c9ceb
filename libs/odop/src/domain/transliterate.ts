/**
 * The nine Brahmic scripts of India stand in Unicode in one order (that of ISCII), 128 places each, so one table of what a
 * place sounds like serves them all. The sounds are plain Latin letters: they are compared, never shown.
 */
const scripts: readonly { base: number; dropsLastA: boolean }[] = [
  { base: 0x0900, dropsLastA: true }, // Devanagari: Hindi, Marathi, Nepali, Konkani, Dogri, Bodo …
  { base: 0x0980, dropsLastA: true }, // Bengali, Assamese
  { base: 0x0a00, dropsLastA: true }, // Gurmukhi
  { base: 0x0a80, dropsLastA: true }, // Gujarati
  { base: 0x0b00, dropsLastA: false }, // Odia
  { base: 0x0b80, dropsLastA: false }, // Tamil
  { base: 0x0c00, dropsLastA: false }, // Telugu
  { base: 0x0c80, dropsLastA: false }, // Kannada
  { base: 0x0d00, dropsLastA: false }, // Malayalam
];

/** Place within a script → sound. Independent vowels 05–14, consonants 15–39, vowel signs 3e–4c. */
const sounds: Readonly<Record<number, string>> = Object.fromEntries([
  ...pairs(0x01, 'n n h'),
  ...pairs(0x05, 'a aa i ii u uu ri li e e e ai o o o au'),
  ...pairs(0x15, 'k kh g gh n ch chh j jh n t th d dh n t th d dh n n p ph b bh m y r r l l l v sh sh s h'),
  ...pairs(0x3e, 'aa i ii u uu ri ri e e e ai o o o au'),
  ...pairs(0x58, 'k kh g j r rh f y ri li'),
  ...pairs(0x66, '0 1 2 3 4 5 6 7 8 9'),
  [0x70, 'n'], // Gurmukhi tippi
]);

const VIRAMA = 0x4d;
const NUKTA = 0x3c;
/** What the dot below makes of a consonant: ड़ is written ड with a dot. */
const dotted: Readonly<Record<number, string>> = {
  0x15: 'k',
  0x16: 'kh',
  0x17: 'g',
  0x1c: 'j',
  0x21: 'r',
  0x22: 'rh',
  0x2b: 'f',
};
/** Letters that stand beside the common order. */
const extra: Readonly<Record<number, string>> = {
  0x09ce: 't',
  0x0d7a: 'n',
  0x0d7b: 'n',
  0x0d7c: 'r',
  0x0d7d: 'l',
  0x0d7e: 'l',
  0x0d7f: 'k',
};

function pairs(first: number, row: string): [number, string][] {
  return row.split(' ').map((sound, i) => [first + i, sound]);
}

const isConsonant = (place: number): boolean => (place >= 0x15 && place <= 0x39) || (place >= 0x58 && place <= 0x5f);
const isVowelSign = (place: number): boolean => place >= 0x3e && place <= 0x4c;

/**
 * Letters of Indian scripts as plain Latin ones, roughly as they sound: 'बनारसी' → 'banaarasii', 'பட்டு' → 'pattu'.
 * Everything else stays as it is.
 */
export function transliterate(text: string): string {
  // Most names are plain already, and every card of a list has one.
  if (/^[ -~]*$/.test(text)) return text;
  const signs = Array.from(text.normalize('NFD'));
  let latin = '';
  for (let i = 0; i < signs.length; i++) {
    const code = signs[i]!.codePointAt(0)!;
    const script = scripts.find(({ base }) => code >= base && code < base + 0x80);
    if (script === undefined) {
      latin += signs[i]!;
      continue;
    }
    const place = code - script.base;
    const follows = placeOf(signs[i + 1], script.base);
    const isDotted = follows === NUKTA && dotted[place] !== undefined;
    latin += extra[code] ?? (isDotted ? dotted[place] : sounds[place]) ?? '';
    if (!isConsonant(place) || extra[code] !== undefined) continue;
    const next = follows === NUKTA ? placeOf(signs[i + 2], script.base) : follows;
    if (bearsA(next, script.dropsLastA)) latin += 'a';
  }
  return latin;
}

/** A consonant is spoken with an "a" unless a vowel sign or a virama follows; at the end of a word only in the south. */
function bearsA(next: number | null, dropsLastA: boolean): boolean {
  if (next === null) return !dropsLastA;
  return next !== VIRAMA && !isVowelSign(next);
}

const placeOf = (sign: string | undefined, base: number): number | null => {
  const code = sign?.codePointAt(0) ?? 0;
  return code >= base && code < base + 0x80 ? code - base : null;
};
