import type { Word } from './words/craft.js';

/** What was drawn for one of the goods: by this it can be judged, whatever its words are. */
export interface Drawn {
  stuff: Word;
  motif: Word;
  colour: Word;
  how: string;
  use: string;
  label: { en: string; hi: string | null };
}
