import { assert } from '#platform/kernel';
import { added } from '../templates/added.js';
import type { Language, WholeLanguage } from './languages.js';

const locales: Readonly<Record<WholeLanguage, string>> = { en: 'en-IN', hi: 'hi-IN' };
const ist_ms = 5.5 * 3_600_000;

/** `₹1,45,000`, `₹1,450.50`: Indian grouping; whole rupees without their zeros. @param paise whole paise */
export function moneyText(paise: number | bigint, language: Language): string {
  const amount = BigInt(paise);
  const rest = amount % 100n;
  const options = { style: 'currency', currency: 'INR', minimumFractionDigits: rest === 0n ? 0 : 2 } as const;
  const text = `${amount / 100n}.${String(rest).padStart(2, '0')}` as `${number}`;
  assert(amount >= 0n, 'people are told of amounts, not of debts');
  // The same in every language: amounts stand in the digits of our papers.
  const locale = language === 'hi' ? locales.hi : locales.en;
  return new Intl.NumberFormat(locale, options).format(text);
}

/** `12 November 2026`, the legal day in India. */
export function dayText(at: Date, language: Language): string {
  const options = { timeZone: 'Asia/Kolkata', day: 'numeric', month: 'long', year: 'numeric' } as const;
  const locale = isWhole(language) ? locales[language] : added[language].locale;
  return new Intl.DateTimeFormat(locale, options).format(at);
}

/** `12 November 2026, 2:05 pm` or `12 नवंबर 2026, 14:05 बजे`: the hour is put together here, as its form varies with ICU. */
export function timeText(at: Date, language: Language): string {
  const local = new Date(at.getTime() + ist_ms);
  const [hour, minute] = [local.getUTCHours(), String(local.getUTCMinutes()).padStart(2, '0')];
  return `${dayText(at, language)}, ${clockText(hour, minute, language)}`;
}

function clockText(hour: number, minute: string, language: Language): string {
  if (!isWhole(language)) return added[language].clock(hour, minute);
  return language === 'hi' ? `${hour}:${minute} बजे` : `${hour % 12 || 12}:${minute} ${hour < 12 ? 'am' : 'pm'}`;
}

const isWhole = (language: Language): language is WholeLanguage => Object.hasOwn(locales, language);

const length_max = 80;
/** Letters as a reader sees them, so that no cut goes through one of Devanagari. */
const letter = new Intl.Segmenter('hi', { granularity: 'grapheme' });

/**
 * Words of a person inside our sentence: one line, nothing invisible that could turn or break it, not too long.
 * @rule S-61
 */
export function safeText(text: string): string {
  const plain = text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ')
    // Everything invisible but the joiners, which Indian scripts need.
    .replace(/(?![\u200c\u200d])[\p{Cf}\p{Co}\p{Cs}]/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
  const letters = [...letter.segment(plain)].map(({ segment }) => segment);
  return letters.length <= length_max ? plain : `${letters.slice(0, length_max - 1).join('')}…`;
}
