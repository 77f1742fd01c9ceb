export { languageFor, languages, type Language } from '#platform/identifiers';

/** The languages that have every message; any other may have some, and English stands in for the rest. */
export type WholeLanguage = 'en' | 'hi';
