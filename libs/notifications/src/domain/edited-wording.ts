import type { Actor } from '#platform/kernel';
import type { Language } from './languages.js';
import { fail } from './message.errors.js';
import { faultsOf, registeredText } from './message-text.js';
import { cheapest, wordingIn, written } from './render.js';
import { sampleLink, sampleValues } from './sample-values.js';
import { told, type ValueKind } from './told.js';

/** The channels whose texts the desk writes. What WhatsApp sends is written and approved at its provider. */
export const editableChannels = ['in_app', 'sms', 'email'] as const;
export type EditableChannel = (typeof editableChannels)[number];

export const editedStates = ['draft', 'approved', 'withdrawn'] as const;
export type EditedState = (typeof editedStates)[number];

/** Which text: of what, for whom, over which channel, in which language. */
export interface TextPlace {
  event: string;
  audience: string;
  channel: EditableChannel;
  language: Language;
}

/** A text of the desk for one place. */
export interface NewWording extends TextPlace {
  /** null for an SMS. */
  subject: string | null;
  text: string;
  /** SMS only: the id and the text under which it is registered with the operators (DLT). */
  dlt_template_id: string | null;
  dlt_text: string | null;
}

/** An SMS as operators count it. */
export interface SmsSize {
  encoding: 'gsm7' | 'ucs2';
  letters: number;
  parts: number;
}

/** One SMS in Latin letters holds 160, each of several 153; in any other script 70 and 67. @rule S-34 */
export function smsSize(text: string): SmsSize {
  const isLatin = /^[\x20-\x7e]*$/.test(text);
  const [one, part] = isLatin ? [160, 153] : [70, 67];
  const letters = text.length;
  return { encoding: isLatin ? 'gsm7' : 'ucs2', letters, parts: letters <= one ? 1 : Math.ceil(letters / part) };
}

/** As many parts as an SMS may take with long values; Tamil words are longer. */
export const partsAtMost: Readonly<Record<Language, number>> = { en: 1, hi: 2, ta: 3, bn: 2 };

/** The values a place has, by name. @throws message_template_unknown */
export function valuesAt({
  event,
  audience,
}: Pick<TextPlace, 'event' | 'audience'>): Readonly<Record<string, ValueKind>> {
  const row = (told as Record<string, Record<string, unknown>>)[event];
  const kinds = row !== undefined && Object.hasOwn(row, audience) ? row[audience] : undefined;
  if (!Object.hasOwn(told, event) || typeof kinds !== 'object')
    throw fail('message_template_unknown', { template: `${event}/${audience}` });
  return kinds as Readonly<Record<string, ValueKind>>;
}

/**
 * A text is good when it can be read, asks for values there are, has a subject where its channel has one, and, as an SMS,
 * says what was registered in as few parts as its language may take.
 * @throws message_template_unknown, wording_faulty
 * @rule S-34 S-61
 */
export function checkWording(wording: NewWording): void {
  const kinds = valuesAt(wording);
  const { channel, language, subject, text } = wording;
  const texts = subject === null ? [text] : [subject, text];
  const faults = texts.flatMap((each) => faultsOf(each, kinds, language));
  if ((channel === 'sms') !== (subject === null))
    faults.push(channel === 'sms' ? 'an SMS has no subject' : 'there is no subject');
  if (
    texts.some((each) =>
      /[\p{Cc}\p{Zl}\p{Zp}]/u.test(channel === 'sms' || each === subject ? each : each.replaceAll('\n', '')),
    )
  )
    faults.push('it has line breaks or invisible letters');
  if (faults.length === 0 && channel === 'sms') faults.push(...smsFaults(wording));
  if (faults.length > 0) throw fail('wording_faulty', { faults: [...new Set(faults)].slice(0, 20) });
}

function smsFaults(wording: NewWording): string[] {
  const { text, language, dlt_template_id, dlt_text } = wording;
  if (dlt_template_id === null || dlt_text === null) return ['an SMS names its registered template and its text'];
  const faults: string[] = [];
  const registered = registeredText(cheapest(text), language);
  if (registered !== dlt_text) faults.push(`it is registered as "${dlt_text}", and would be sent as "${registered}"`);
  const { parts } = smsSize(sampled(wording).text);
  const most = partsAtMost[language];
  if (parts > most) faults.push(`with long values it takes ${parts} parts; in ${language} it may take ${most}`);
  return faults;
}

/** The message with sample values, as its reader would have it. */
export function sampled(wording: TextPlace & { subject: string | null; text: string }): {
  subject: string | null;
  text: string;
} {
  const { event, audience, channel, language, subject, text } = wording;
  const values = sampleValues(valuesAt(wording));
  const name = channel === 'email' ? 'Kavita Devi' : null;
  return written({ event, audience, language, values, edited: { subject, text } }, channel, name, sampleLink);
}

/** What this build says at a place; null where nobody has written it in that language. @throws message_template_unknown */
export function builtIn({
  event,
  audience,
  channel,
  language,
}: TextPlace): { subject: string | null; text: string } | null {
  valuesAt({ event, audience });
  const wording = wordingIn(event, audience, language);
  if (wording === undefined) return null;
  return channel === 'sms' ? { subject: null, text: wording.sms } : { subject: wording.subject, text: wording.text };
}

/** Every message somebody is told. */
export const everyMessage = (): { event: string; audience: string }[] =>
  Object.entries(told).flatMap(([event, { version: _, ...audiences }]) =>
    Object.keys(audiences).map((audience) => ({ event, audience })),
  );

/** @throws wording_needs_person */
export function writer(actor: Actor): string {
  if (actor.kind !== 'person' || actor.personId === null) throw fail('wording_needs_person');
  return actor.personId;
}

/**
 * The person who may let a draft out: anybody with the permission but its author.
 * @throws wording_not_draft, wording_needs_person, author_cannot_approve
 * @rule S-28
 */
export function approver(draft: { state: EditedState; written_by: string }, actor: Actor): string {
  if (draft.state !== 'draft') throw fail('wording_not_draft', { state: draft.state });
  const person = writer(actor);
  if (person === draft.written_by) throw fail('author_cannot_approve');
  return person;
}
