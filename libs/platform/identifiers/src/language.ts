/** The languages people are written to in; where a text is missing in one, it is English. */
export const languages = ['en', 'hi', 'ta', 'bn'] as const;
export type Language = (typeof languages)[number];

const written = (tag: string): Language | undefined => {
  const [first] = tag.toLowerCase().split('-');
  return languages.find((language) => language === first);
};

/** The language of a person's messages, from the tag she chose: `hi-IN` → `hi`; one we cannot write yet → English. */
export const languageFor = (tag: string): Language => written(tag) ?? 'en';

/** Of the languages somebody reads, the preferred one first, the first we can write in; null when there is none. */
export function firstWritten(tags: readonly string[]): Language | null {
  for (const tag of tags) {
    const language = written(tag);
    if (language !== undefined) return language;
  }
  return null;
}
