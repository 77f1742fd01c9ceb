import { bn } from './bn/tongue.js';
import { ta } from './ta/tongue.js';
import type { AddedLanguage, Tongue } from './tongue.js';

/** Every language besides English and Hindi. One more is a folder here, and its name in the list of languages. */
export const added: Readonly<Record<AddedLanguage, Tongue>> = { ta, bn };

/** One thing of each of them. */
export const ofEach = <T>(take: (tongue: Tongue) => T): Record<AddedLanguage, T> => ({
  ta: take(added.ta),
  bn: take(added.bn),
});
