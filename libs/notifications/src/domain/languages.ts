/** The languages we can write in. */
export const languages = ['en', 'hi'] as const;
export type Language = (typeof languages)[number];

/** The language of a person's messages, from the tag she chose: `hi-IN` → `hi`; one we cannot write yet → English. */
export function languageFor(tag: string): Language {
  const [first] = tag.toLowerCase().split('-');
  return languages.find((language) => language === first) ?? 'en';
}
