import type { Language } from '../domain/languages.js';
import { followEn, frameEn, unsubscribeEn, wordsEn } from './words.en.js';
import { followHi, frameHi, unsubscribeHi, wordsHi } from './words.hi.js';

/** Words of ours inside messages. */
export const words: Readonly<Record<Language, Readonly<Record<string, string>>>> = { en: wordsEn, hi: wordsHi };

/** The letter around an e-mail's text. */
export const frames: Readonly<Record<Language, string>> = { en: frameEn, hi: frameHi };

/** What a letter to a guest ends with. */
export const follows: Readonly<Record<Language, string>> = { en: followEn, hi: followHi };

/** What a letter ends with whose kind its reader may end. */
export const unsubscribes: Readonly<Record<Language, string>> = { en: unsubscribeEn, hi: unsubscribeHi };
