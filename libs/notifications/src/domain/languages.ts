export { languageFor, languages, type Language } from '#platform/identifiers';
