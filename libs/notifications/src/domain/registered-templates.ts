import { createHash } from 'node:crypto';
import { codesVersion, codeTexts } from './code-wording.js';
import { languages, type Language } from './languages.js';
import { wordingIn } from './render.js';
import { told } from './told.js';

/** An SMS as the operators know it: the header it comes from, and the template it was registered as. */
export interface Registered {
  /** Six letters. */
  header: string;
  /** 19 digits, from the register of commercial communication (DLT). */
  templateId: string;
}

/** `orders.placed/maker.v1.en`: each wording of each version and language is registered for itself. @rule S-34 */
export const registeredName = (template: string, version: number, language: string): string =>
  `${template}.v${version}.${language}`;

/** The same for WhatsApp, where names are small letters and the language stands beside: `orders_placed_maker_v1`. */
export const whatsappName = (template: string, version: number): string =>
  `${template.replaceAll(/[^a-z0-9]+/g, '_')}_v${version}`;

/** Every SMS this build can send. */
export function everySms(): string[] {
  const news = Object.entries(told).flatMap(([event, { version, ...audiences }]) =>
    Object.keys(audiences).map((audience) => ({
      template: `${event}/${audience}`,
      version: version as number,
      isIn: (language: Language) => wordingIn(event, audience, language) !== undefined,
    })),
  );
  const codes = Object.keys(codeTexts.en)
    .filter((about) => about !== 'subject')
    .map((about) => ({ template: `identity.code/${about}`, version: codesVersion, isIn: () => true }));
  return [...news, ...codes].flatMap(({ template, version, isIn }) =>
    languages.filter(isIn).map((language) => registeredName(template, version, language)),
  );
}

/** Where nothing is registered yet: an invented id, the same each time, so that trial and production send alike. */
export const trialTemplateId = (name: string): string =>
  (createHash('sha256').update(name).digest().readBigUInt64BE() % 10n ** 19n).toString().padStart(19, '9');
