import { assert } from '#platform/kernel';
import type { Paise } from './paise.js';

const english = (
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen ' +
  'eighteen nineteen'
).split(' ');
const englishTens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

/** Hindi has a word of its own for every number below a hundred. */
const hindi = (
  'शून्य एक दो तीन चार पाँच छह सात आठ नौ ' +
  'दस ग्यारह बारह तेरह चौदह पंद्रह सोलह सत्रह अठारह उन्नीस ' +
  'बीस इक्कीस बाईस तेईस चौबीस पच्चीस छब्बीस सत्ताईस अट्ठाईस उनतीस ' +
  'तीस इकतीस बत्तीस तैंतीस चौंतीस पैंतीस छत्तीस सैंतीस अड़तीस उनतालीस ' +
  'चालीस इकतालीस बयालीस तैंतालीस चवालीस पैंतालीस छियालीस सैंतालीस अड़तालीस उनचास ' +
  'पचास इक्यावन बावन तिरपन चौवन पचपन छप्पन सत्तावन अट्ठावन उनसठ ' +
  'साठ इकसठ बासठ तिरसठ चौंसठ पैंसठ छियासठ सड़सठ अड़सठ उनहत्तर ' +
  'सत्तर इकहत्तर बहत्तर तिहत्तर चौहत्तर पचहत्तर छिहत्तर सतहत्तर अठहत्तर उन्यासी ' +
  'अस्सी इक्यासी बयासी तिरासी चौरासी पचासी छियासी सत्तासी अट्ठासी नवासी ' +
  'नब्बे इक्यानवे बानवे तिरानवे चौरानवे पचानवे छियानवे सत्तानवे अट्ठानवे निन्यानवे'
)
  .normalize('NFC')
  .split(' ');

const belowHundred = (n: number): string => {
  if (n < 20) return english[n]!;
  const [tens, ones] = [englishTens[Math.floor(n / 10) - 2]!, n % 10];
  return ones === 0 ? tens : `${tens}-${english[ones]!}`;
};

interface Tongue {
  below: (n: number) => string;
  /** Crore, lakh, thousand and hundred. */
  steps: readonly [string, string, string, string];
  rupees: (whole: bigint) => string;
  paise: (part: number) => string;
  joins: string;
  minus: string;
  ends: string;
}

const tongues = {
  en: {
    below: belowHundred,
    steps: ['crore', 'lakh', 'thousand', 'hundred'],
    rupees: (whole) => (whole === 1n ? 'rupee' : 'rupees'),
    paise: (part) => (part === 1 ? 'paisa' : 'paise'),
    ...{ joins: 'and', minus: 'minus', ends: 'only' },
  },
  hi: {
    below: (n) => hindi[n]!,
    steps: ['करोड़', 'लाख', 'हज़ार', 'सौ'],
    rupees: (whole) => (whole === 1n ? 'रुपया' : 'रुपये'),
    paise: (part) => (part === 1 ? 'पैसा' : 'पैसे'),
    ...{ joins: 'और', minus: 'ऋण', ends: 'मात्र' },
  },
} as const satisfies Record<string, Tongue>;

/** A whole number in the steps of India: crore, lakh, thousand, hundred. Above a crore the crores are counted the same way. */
function wordsOf(n: bigint, tongue: Tongue): string[] {
  if (n === 0n) return [];
  const [crore, lakh, thousand, hundred] = tongue.steps;
  const rest = Number(n % 10_000_000n);
  const parts: string[] = n >= 10_000_000n ? [...wordsOf(n / 10_000_000n, tongue), crore] : [];
  for (const [step, word] of [
    [Math.floor(rest / 100_000), lakh],
    [Math.floor(rest / 1_000) % 100, thousand],
    [Math.floor(rest / 100) % 10, hundred],
  ] as const) {
    if (step > 0) parts.push(tongue.below(step), word);
  }
  if (rest % 100 > 0) parts.push(tongue.below(rest % 100));
  return parts;
}

/**
 * An amount as papers write it out: `one lakh four thousand rupees and fifty paise only`. Hindi text is in normal form C.
 *
 * @param amount_paise  up to 10^15 paise either way
 * @rule 
 */
export function inWords(amount_paise: Paise, language: 'en' | 'hi'): string {
  const tongue: Tongue = tongues[language];
  const amount = amount_paise < 0n ? -amount_paise : amount_paise;
  assert(amount <= 10n ** 15n, 'an amount that is written out has a bound');
  const [whole, part] = [amount / 100n, Number(amount % 100n)];
  const says: string[] = amount_paise < 0n ? [tongue.minus] : [];
  if (whole > 0n || part === 0) {
    says.push(...(whole === 0n ? [tongue.below(0)] : wordsOf(whole, tongue)), tongue.rupees(whole));
    if (part > 0) says.push(tongue.joins);
  }
  if (part > 0) says.push(tongue.below(part), tongue.paise(part));
  return [...says, tongue.ends].join(' ').normalize('NFC');
}

/** `1,04,395.00`, grouped as in India, without a sign of the currency. */
export function inDigits(amount_paise: Paise): string {
  const whole = amount_paise < 0n ? -amount_paise : amount_paise;
  const rupees = new Intl.NumberFormat('en-IN').format(whole / 100n);
  return `${amount_paise < 0n ? '\u2212' : ''}${rupees}.${String(whole % 100n).padStart(2, '0')}`;
}
