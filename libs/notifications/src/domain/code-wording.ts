import type { CodeMessage } from '#identity';
import { assert } from '#platform/kernel';
import { codesEn } from '../templates/codes.en.js';
import { codesHi } from '../templates/codes.hi.js';
import { ofEach } from '../templates/added.js';
import { words } from '../templates/frames.js';
import type { CodeWordings } from './code-wordings.js';
import type { Language } from './languages.js';
import { cheapest, type Written } from './render.js';
import { dayText, safeText } from './wording.js';

/** Counts changes of the texts in `templates/codes.*`: a changed text is another registered template. */
export const codesVersion = 1;

export const codeTexts: Readonly<Record<Language, CodeWordings>> = {
  en: codesEn,
  hi: codesHi,
  ...ofEach((tongue) => tongue.codes),
};

/** A message with a code, in the reader's words. The reader is not greeted: she may have no name here yet. @rule S-34 */
export function writtenCode(message: CodeMessage, language: Language): Written {
  const wording = codeTexts[language];
  const text = wording[message.about].replace(/\{(\w+)\}/g, (_, name: string) => valueOf(message, name, language));
  return message.channel === 'sms' ? { subject: null, text: cheapest(text) } : { subject: wording.subject, text };
}

function valueOf({ code, facts }: CodeMessage, name: string, language: Language): string {
  const value = name === 'code' ? code : facts[name];
  assert(value, `the message of a code has a ${name}`);
  if (name === 'until') return dayText(new Date(value), language);
  if (name === 'kind' || name === 'scope' || name === 'role')
    return value
      .split(' ')
      .map((each) => word(each, language))
      .join(', ');
  return safeText(value);
}

function word(name: string, language: Language): string {
  const found = words[language][name.replace('maker:', 'may_')];
  assert(found, `${name} is a word of ours`);
  return found;
}
