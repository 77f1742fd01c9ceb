import { fail } from './errors.js';

const length_min = 8;
const length_max = 128;

/**
 * Words that people use alone or with a few digits behind them, from what attackers try first in India and elsewhere.
 * Compared after undoing the usual letter swaps, so that `P@ssw0rd123` is found too.
 */
const common = new Set(
  `password passwd passcode admin administrator welcome login letmein qwerty qwertyuiop asdfgh asdfghjkl zxcvbn zxcvbnm
   iloveyou sunshine princess dragon monkey football cricket superman batman master shadow michael jordan charlie secret
   trustno changeme default guest hello whatever freedom computer internet samsung google facebook instagram whatsapp
   india bharat hindustan jaihind vandemataram mahadev harharmahadev jaishriram jaishreeram shriram krishna radhe
   radhekrishna ganesh ganpati shivshakti omnamahshivaya waheguru bismillah allah jesus saibaba lakshmi saraswati durga
   jaimatadi mummy papa mummypapa mumbai delhi kolkata chennai bengaluru bangalore hyderabad kanpur lucknow jaipur
   sachin virat kohli dhoni tendulkar salman shahrukh amitabh kumar sharma singh kaur devi priya rahul ankit pooja
   neha deepak sanjay suresh ramesh abcdef abcdefgh abcabc aaaaaa passw pass test tester testing demo user root
   bazaar bazar market seller buyer artisan weaver handloom government sarkar mantralaya vikas oneproduct district`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

const swaps: Record<string, string> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};
const unswapped = (text: string): string => Array.from(text, (letter) => swaps[letter] ?? letter).join('');

/** Digits and signs hung on at either end are what people add to satisfy a form. */
const trimmed = (text: string): string => /\p{L}(?:.*\p{L})?/su.exec(text)?.[0] ?? '';

/** All one letter, or a run along the alphabet, the digits or a keyboard row, in either direction. */
function isRun(text: string): boolean {
  const rows = ['abcdefghijklmnopqrstuvwxyz', '01234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
  const both = rows.flatMap((row) => [row, Array.from(row).reverse().join('')]);
  if (new Set(text).size <= 2) return true;
  for (let size = 1; size <= text.length / 2; size++) {
    if (text.length % size === 0 && text === text.slice(0, size).repeat(text.length / size)) return true;
  }
  return both.some((row) => row.includes(text));
}

/**
 * Why a password is easy to guess, or null. It is taken exactly as sent: no kind of character is demanded.
 * @param personal  the person's name, mobile, e-mail, district: not to be the heart of the password
 * @rule S-31
 */
export function weaknessOf(password: string, personal: readonly string[]): string | null {
  const length = Array.from(password).length;
  if (length < length_min) return `it has fewer than ${length_min} characters`;
  if (length > length_max) return `it has more than ${length_max} characters`;
  const lower = password.toLowerCase();
  if (isRun(lower)) return 'it repeats or runs along the keyboard';
  const core = trimmed(unswapped(trimmed(lower)));
  if (Array.from(password).filter((letter) => !/[\p{N}\p{P}\s]/u.test(letter)).length < 3)
    return 'it is little more than a number';
  if (common.has(core) || common.has(trimmed(lower)) || (core !== '' && isRun(core)))
    return 'it is one of the passwords tried first';
  const words = ['odop', ...personal.flatMap(personalWords)];
  const found = words.find((word) => lower.includes(word) && lower.length - word.length < length_min);
  return found === undefined ? null : 'it is made of your name, number, district or the name of this service';
}

function personalWords(text: string): string[] {
  // Of a mailbox only what stands before the @: the provider's name is nobody's secret.
  const [lower = ''] = text.toLowerCase().split('@');
  const digits = lower.replace(/\D/g, '');
  const words = lower.split(/[^\p{L}\p{M}]+/u).filter((word) => word.length >= 3);
  return digits.length >= 6 ? [...words, digits, digits.slice(-10)] : words;
}

/** @throws password_too_weak (422) @rule S-31 */
export function assertStrongPassword(password: string, personal: readonly string[]): void {
  const why = weaknessOf(password, personal);
  if (why !== null) throw fail('password_too_weak', { why });
}
