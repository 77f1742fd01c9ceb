import type { WholeLanguage } from './languages.js';
import type { Audience, ToldEvent } from './told.js';

/** One message in one language; values stand in braces by their names. */
export interface Wording {
  /** Heading in the inbox, subject of the e-mail. */
  subject: string;
  /** The inbox's and the e-mail's text. */
  text: string;
  /** The same, short: what operators register as a template (S-34). */
  sms: string;
}

/** The wording of one piece of news for everybody who hears of it. */
export type Wordings<E extends ToldEvent> = Readonly<Record<Audience<E>, Wording>>;

/** The same in the languages that have every message. */
export type WholeWordings<E extends ToldEvent> = Readonly<Record<WholeLanguage, Wordings<E>>>;

/** All that is told of one module's news. */
export type WordingsOf<Module extends string> = {
  readonly [E in Extract<ToldEvent, `${Module}.${string}`>]: WholeWordings<E>;
};
