import type { CodeWordings } from '../domain/code-wordings.js';
import type { Language, WholeLanguage } from '../domain/languages.js';
import type { Audience, ToldEvent } from '../domain/told.js';
import type { Wording } from '../domain/wordings.js';

export type AddedLanguage = Exclude<Language, WholeLanguage>;

/** Messages of one language, as far as they are written. */
export type NewsIn = { readonly [E in ToldEvent]?: { readonly [A in Audience<E>]?: Wording } };

/** All that one more language brings. */
export interface Tongue {
  /** For the names of months; digits stay those of the amounts. */
  locale: string;
  /** An hour of the day from 0 to 23, and the minute in two digits. */
  clock: (hour: number, minute: string) => string;
  /** Words of ours inside messages. */
  words: Readonly<Record<string, string>>;
  codes: CodeWordings;
  /** The letter around an e-mail's text, what a letter to a guest ends with, and one whose kind may be ended. */
  frame: string;
  follow: string;
  unsubscribe: string;
  news: NewsIn;
}
