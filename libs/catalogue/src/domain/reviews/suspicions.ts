/** What makes us hold words back until an officer has read them. */
export const suspicionKinds = ['link', 'address', 'phone', 'abuse', 'shouting', 'gibberish'] as const;
export type Suspicion = (typeof suspicionKinds)[number];

/** With a protocol or without: then the end of an address gives it away. A full stop before a new sentence has a space after it. */
const link =
  /https?:|www\.|[a-z0-9](?:\.|\s?\(dot\)\s?|\s?\[dot\]\s?| dot )(?:com|in|org|net|co|info|biz|shop|store|online|site|xyz|me|io|app|link|ly|gl|be)\b/u;
/** Mail, and payment addresses as `name@bank`; the Latin sign and its full-width form are one after folding. */
const address = /[a-z0-9]\s?(?:@|\(at\)|\[at\])\s?[a-z0-9]/u;
/** Ten digits or more in a row, with whatever people put between them. */
const phone = /(?:\d[\s().+-]{0,3}){10,}/u;
/** Whole words only: "assam" and "classic" are none. Folded, so that repeated letters and digits for letters count. */
const abusive = new Set(
  `fuck fucker fucking shit bullshit bitch bastard asshole cunt whore slut chutiya chutia madarchod behenchod bhenchod
   bhosdike gandu harami haramzada kamina randi saala kutta kutiya चूतिया मादरचोद बहनचोद भोसड़ीके गांडू हरामी हरामज़ादा हरामजादा
   कमीना रंडी कुतिया`
    .split(/\s+/u)
    .map(fold),
);
const leet: Readonly<Record<string, string>> = { '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '@': 'a', $: 's' };

/**
 * What in the words of a buyer, or of a maker's answer, an officer should read first; empty: everybody may read it at once.
 * Written tricks count like plain writing: full-width letters, digits of Indian scripts, invisible signs, spaced-out numbers.
 * @rule S-56
 */
export function suspicionsIn(...texts: readonly (string | null)[]): Suspicion[] {
  const text = texts.filter((one) => one !== null).join('\n');
  const plain = latinDigits(text.normalize('NFKC').replaceAll(/\p{Cf}/gu, '')).toLowerCase();
  const found: Record<Suspicion, boolean> = {
    link: link.test(plain),
    address: address.test(plain),
    phone: phone.test(plain),
    abuse: plain.split(/[^\p{L}\p{M}\p{N}@$]+/u).some((word) => abusive.has(fold(word))),
    shouting: isShouting(text),
    gibberish: /(\p{L})\1{5,}/u.test(plain),
  };
  return suspicionKinds.filter((kind) => found[kind]);
}

/** Digits of every script as 0–9: they stand in blocks of ten, zero first, some blocks side by side. */
function latinDigits(text: string): string {
  return text.replaceAll(/(?![0-9])\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0)!;
    let zero = code;
    while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
    return String((code - zero) % 10);
  });
}

/** A word without what is put in to hide it: signs for letters, letters said twice. */
function fold(word: string): string {
  return word
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[01345@$]/gu, (sign) => leet[sign]!)
    .replaceAll(/(.)\1+/gu, '$1');
}

function isShouting(text: string): boolean {
  const letters = text.match(/\p{Lu}|\p{Ll}/gu) ?? [];
  return letters.length >= 40 && letters.filter((one) => /\p{Lu}/u.test(one)).length > 0.8 * letters.length;
}
