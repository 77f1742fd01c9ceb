import { sameMeaning } from './synonyms.js';

/** One word somebody looks for, as it is looked up: any of its forms will do. */
export interface AskedWord {
  /** As it sounds. */
  typed: string;
  /** Words of the shelf, and beginnings of words (`banar:*`). */
  forms: readonly string[];
  /** What it was taken for, when it is not on the shelf and something near it is. */
  corrected: readonly string[];
}

/** What the shelf knows of a typed word. */
export interface WordFacts {
  isKnown: boolean;
  /** Words that begin with it, without itself; with more than `beginnings_max` not all of them. */
  begins: readonly string[];
  near: readonly string[];
}

/** So many words are looked for one by one; for more, the index of words is gone through from their beginning, which takes longer. */
export const beginnings_max = 20;

const beginningOf = (typed: string, begins: readonly string[]): readonly string[] =>
  begins.length > beginnings_max ? [`${typed}:*`] : begins;

/**
 * How a word is looked up: as it is, with those that mean the same; the last one also as the beginning of a word, because
 * somebody may still be typing; a word the shelf does not have as a beginning, or as what is nearest to it.
 */
export function askedWord(typed: string, facts: WordFacts, isLast: boolean): AskedWord {
  const same = sameMeaning(typed);
  if (facts.isKnown || same.length > 1) {
    const beginning = isLast && typed.length >= 4 ? beginningOf(typed, facts.begins) : [];
    return { typed, forms: [...new Set([...same, ...beginning])], corrected: [] };
  }
  if (facts.begins.length > 0 && typed.length >= 3) {
    return { typed, forms: beginningOf(typed, facts.begins), corrected: [] };
  }
  if (facts.near.length > 0) {
    return { typed, forms: [...new Set(facts.near.flatMap(sameMeaning))], corrected: facts.near };
  }
  return { typed, forms: [typed], corrected: [] };
}

/** @param weights  'AB': only where the word stands in the title or the product's names; '' = anywhere */
const formsQuery = (forms: readonly string[], weights: string): string =>
  `(${forms.map((form) => withWeights(form, weights)).join(' | ')})`;

const withWeights = (form: string, weights: string): string => {
  if (weights === '') return form;
  return form.endsWith(':*') ? `${form}${weights}` : `${form}:${weights}`;
};

/** PostgreSQL's tsquery for one word. */
export const wordQuery = (word: AskedWord, weights = ''): string => formsQuery(word.forms, weights);

/** All words; with `less` 1: all but any one of them. Null when nothing is left to look for. */
export function wordsQuery(words: readonly AskedWord[], less: 0 | 1 = 0): string | null {
  const parts = words.map((word) => wordQuery(word));
  if (less === 0) return parts.length === 0 ? null : parts.join(' & ');
  return allButOne(parts);
}

/** Half by half, so that each word stands there a few times only: the index asks of each of the goods whether this is true. */
function allButOne(parts: readonly string[]): string | null {
  if (parts.length < 2) return null;
  const middle = Math.floor(parts.length / 2);
  const halves = [parts.slice(0, middle), parts.slice(middle)] as const;
  const [first, second] = halves.map((half) => half.join(' & '));
  const [lessFirst, lessSecond] = halves.map(allButOne);
  const both = (all: string, less: string | null | undefined) => (less ? `${all} & (${less})` : all);
  return `(${both(first!, lessSecond)}) | (${both(second!, lessFirst)})`;
}
