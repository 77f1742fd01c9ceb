import { z } from 'zod';
import { plainText } from './plain-text.js';

/** Languages of the Eighth Schedule besides English, by ISO 639. */
export const languages = [
  ...(['as', 'bn', 'brx', 'doi', 'gu', 'hi', 'kn', 'ks', 'kok', 'mai', 'ml', 'mni', 'mr', 'ne', 'or', 'pa'] as const),
  ...(['sa', 'sat', 'sd', 'ta', 'te', 'ur'] as const),
] as const;
export type Language = (typeof languages)[number];

/** What the goods are called in another language. @rule */
export const translation = z
  .strictObject({ lang: z.enum(languages), title: plainText(120), description: plainText(4_000) })
  .meta({ id: 'ListingTranslation' });

export type Translations = Partial<Record<string, { title: string; description: string }>>;

/** Title and description in a language when the maker wrote them in it, else as she wrote them first. */
export function inLanguage(
  words: { title: string; description: string; translations: Translations },
  lang: string | undefined,
): { title: string; description: string; language: string } {
  const told = lang === undefined ? undefined : words.translations[lang];
  return told && lang !== undefined
    ? { ...told, language: lang }
    : { title: words.title, description: words.description, language: 'en' };
}
