import type { Language } from '../domain/languages.js';
import { ofEach } from './added.js';
import { followEn, frameEn, unsubscribeEn, wordsEn } from './words.en.js';
import { followHi, frameHi, unsubscribeHi, wordsHi } from './words.hi.js';

/** Words of ours inside messages. */
export const words: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  en: wordsEn,
  hi: wordsHi,
  ...ofEach((tongue) => tongue.words),
};

/** The letter around an e-mail's text. */
export const frames: Readonly<Record<Language, string>> = {
  en: frameEn,
  hi: frameHi,
  ...ofEach((tongue) => tongue.frame),
};

/** What a letter to a guest ends with. */
export const follows: Readonly<Record<Language, string>> = {
  en: followEn,
  hi: followHi,
  ...ofEach((tongue) => tongue.follow),
};

/** What a letter ends with whose kind its reader may end. */
export const unsubscribes: Readonly<Record<Language, string>> = {
  en: unsubscribeEn,
  hi: unsubscribeHi,
  ...ofEach((tongue) => tongue.unsubscribe),
};
