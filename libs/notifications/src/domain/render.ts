import { assert } from '#platform/kernel';
import { follows, frames, unsubscribes, words } from '../templates/frames.js';
import { added } from '../templates/added.js';
import { templates } from '../templates/templates.js';
import type { Channel } from './channels.js';
import type { Language } from './languages.js';
import { countText, formatted, variables } from './message-text.js';
import { takes, type ToldEvent, type ValueKind } from './told.js';
import { moneyText, safeText, timeText } from './wording.js';
import type { Wording } from './wordings.js';

/** A message as it is stored: which wording, and the values in it. */
export interface Told {
  event: string;
  audience: string;
  language: Language;
  values: Readonly<Record<string, unknown>>;
  /** What the desk wrote for this channel and language; it stands in for what the build says. */
  edited?: { subject: string | null; text: string } | undefined;
}

/** A message as it is read. `subject` is null where the channel has none. */
export interface Written {
  subject: string | null;
  text: string;
}

/** The address by which whoever has it follows an order. */
type LinkTo = (orderId: string) => string;

const nobodyFollows: LinkTo = () => {
  throw new Error('broken invariant: links are made for messages that leave the house');
};

/** Under this name the values of a guest's message keep the order it is about: a letter ends with where she follows it. */
export const followed = 'follows';

/**
 * The message in the words of its channel; `name` is the reader's, for the letter around an e-mail.
 * @param linkTo  makes the link of an order; needed for messages to guests
 * @param endAt  where letters of its kind are ended, for those that may be
 * @rule S-61 S-36
 */
export function written(
  given: Told,
  channel: Channel,
  name: string | null,
  linkTo: LinkTo = nobodyFollows,
  endAt?: string,
): Written {
  const told = given.edited ? given : { ...given, language: languageOf(given.event, given.audience, given.language) };
  const wording = given.edited ? { ...given.edited, sms: given.edited.text } : wordingOf(told);
  const say = (text: string): string => fill(text, told, linkTo);
  if (channel === 'sms' || channel === 'whatsapp') return { subject: null, text: cheapest(say(wording.sms)) };
  assert(wording.subject !== null, 'what is read here has a heading');
  const [subject, text] = [say(wording.subject), say(wording.text)];
  if (channel === 'in_app') return { subject, text };
  assert(name !== null, 'a letter greets its reader by name');
  const order = told.values[followed];
  const hers = typeof order === 'string' ? `${text}\n\n${following(told.language, linkTo(order))}` : text;
  const letter = framed(told.language, safeText(name), hers);
  const end = endAt === undefined ? '' : `\n\n${unsubscribes[told.language].replace(placeholder, () => endAt)}`;
  return { subject, text: `${letter}${end}` };
}

/** The values of a message as the wording of its SMS asks for them, in its order: a registered template takes these. */
export function valuesInOrder(told: Told, linkTo: LinkTo = nobodyFollows): string[] {
  return variables(wordingOf(told).sms, told.language).map((part) => fill(part, told, linkTo));
}

function wordingOf({ event, audience, language }: Told): Wording {
  const wording = wordingIn(event, audience, language);
  assert(wording, `there is a wording of ${event} for ${audience} in ${language}`);
  return wording;
}

/** What an audience reads in one language; undefined where nobody has written it yet. */
export function wordingIn(event: string, audience: string, language: Language): Wording | undefined {
  const wordings =
    language === 'en' || language === 'hi'
      ? (templates as Record<string, (typeof templates)[ToldEvent] | undefined>)[event]?.[language]
      : added[language].news[event as ToldEvent];
  return (wordings as Record<string, Wording> | undefined)?.[audience];
}

/** In which language somebody reads a message: her own where it is written, else English. @rule S-14 */
export const languageOf = (event: string, audience: string, wanted: Language): Language =>
  wordingIn(event, audience, wanted) === undefined ? 'en' : wanted;

/**
 * One sign outside the basic alphabet makes every part of an SMS hold 70 letters instead of 160, so a text that is
 * Latin otherwise does without.
 */
export function cheapest(text: string): string {
  const plain = text.replaceAll('₹', 'Rs ').replaceAll(/[“”]/g, '"').replaceAll('’', "'");
  return /^[\x20-\x7e]*$/.test(plain) ? plain : text;
}

const placeholder = /\{(\w+)\}/g;

const following = (language: Language, link: string): string => follows[language].replace(placeholder, () => link);

function fill(text: string, { event, audience, language, values }: Told, linkTo: LinkTo): string {
  const kinds = takes(event, audience);
  return formatted(text, language, (name) => {
    const kind = kinds[name];
    assert(kind, `${event} has a value ${name}`);
    const value = values[name];
    const raw = typeof value === 'string' || typeof value === 'number' ? String(value) : 'none';
    if (kind === 'link') return { written: linkTo(raw), raw };
    if (kind !== 'count') return { written: valueText(kind, value, language), raw };
    const count = countOf(value);
    return { written: countText(count, language), raw, count };
  });
}

/** One pass over the frame, so that braces in a name or a value stay braces. */
const framed = (language: Language, name: string, text: string): string =>
  frames[language].replace(placeholder, (_, part: string) => (part === 'name' ? name : text));

/** Those that were stored as digits, before messages could count, are numbers too. */
function countOf(value: unknown): number {
  const count = Number(value);
  assert(Number.isSafeInteger(count) && count >= 0, 'what is counted is a whole number');
  return count;
}

function valueText(kind: Exclude<ValueKind, 'link' | 'count'>, value: unknown, language: Language): string {
  if (kind === 'money') {
    assert(Number.isSafeInteger(value), 'an amount is whole paise');
    return moneyText(value as number, language);
  }
  if (kind === 'text' && value === null) return words[language]['none']!;
  if (kind === 'lines') {
    assert(Array.isArray(value), 'lines are texts');
    return value.map((line: unknown) => `– ${safeText(String(line))}`).join('\n');
  }
  assert(typeof value === 'string', 'a value is text');
  if (kind === 'time') return timeText(new Date(value), language);
  if (kind === 'text') return safeText(value);
  const word = Object.hasOwn(words[language], value) ? words[language][value] : undefined;
  assert(word !== undefined, `${value} is a word of ours`);
  return word;
}
