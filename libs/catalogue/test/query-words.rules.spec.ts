import { askedWord, beginnings_max, wordsQuery, type AskedWord } from '../src/domain/shelf/query-words.js';

const word = (typed: string): AskedWord => ({ typed, forms: [typed], corrected: [] });

/** What PostgreSQL would say of goods that have these words: the innermost brackets first, "and" before "or". */
function fits(query: string, has: ReadonlySet<string>): boolean {
  let text = `(${query.replace(/[a-z]+/g, (name) => (has.has(name) ? '1' : '0')).replaceAll(' ', '')})`;
  while (text.length > 1) {
    text = text.replace(/\(([01&|]+)\)/g, (_, inner: string) =>
      inner.split('|').some((all) => !all.includes('0')) ? '1' : '0',
    );
  }
  return text === '1';
}

describe('what is looked for', () => {
  test.each([2, 3, 4, 5, 6])('R-9.3 all but any one of %i words, and no goods with fewer', (count) => {
    const names = [...'abcdef'].slice(0, count);
    const query = wordsQuery(names.map(word), 1)!;
    for (let subset = 0; subset < 2 ** count; subset++) {
      const has = new Set(names.filter((_, i) => subset & (1 << i)));
      expect(fits(query, has)).toBe(has.size >= count - 1);
    }
  });

  test('nothing is left of one word without it, and all words are asked for when none may be missing', () => {
    expect(wordsQuery([word('silk')], 1)).toBeNull();
    expect(wordsQuery([], 0)).toBeNull();
    expect(wordsQuery([word('silk'), word('sari')])).toBe('(silk) & (sari)');
  });

  test('words that begin with the last one are looked for one by one, and many through their beginning', () => {
    const facts = { isKnown: true, begins: ['sarika', 'sarini'], near: [] };
    expect(askedWord('stol', facts, true).forms).toEqual(['stol', 'sarika', 'sarini']);
    expect(askedWord('stol', facts, false).forms).toEqual(['stol']);
    const many = { ...facts, begins: Array.from({ length: beginnings_max + 1 }, (_, i) => `stol${i}`) };
    expect(askedWord('stol', many, true).forms).toEqual(['stol', 'stol:*']);
    expect(askedWord('sto', { ...many, isKnown: false }, false).forms).toEqual(['sto:*']);
    expect(askedWord('xyz', { isKnown: false, begins: ['xyza'], near: [] }, false).forms).toEqual(['xyza']);
  });
});
