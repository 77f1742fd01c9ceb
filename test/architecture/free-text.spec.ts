import { read, sources } from './tree.js';

/** Room for a card number with its spaces, and for words around it. */
const long = 41;
/** What is looked for, and kept by nobody. */
const searches = new Set(['apps/api/src/public/search.schema.ts', 'apps/api/src/public/names.schema.ts']);
/** Of a courier: digits, as many as a card has. */
const codes = new Set(['trackingNumber']);

describe('S-56 S-64 S-65 words of callers', () => {
  test('S-64 S-65 every longer text a caller may write is looked through for card and Aadhaar numbers', () => {
    const bare = sources()
      .filter((path) => path.startsWith('apps/api/src/') && !searches.has(path))
      .flatMap((path) =>
        [
          ...read(path).matchAll(
            /(\w+)(?:: | = )z\s*\.string\(\)\s*\.trim\(\)(?:\s*\.min\(\d+\))?\s*\.max\(([\d_]+)\)/g,
          ),
        ]
          .filter(([, name, most]) => Number(most!.replaceAll('_', '')) >= long && !codes.has(name!))
          .map(([, name]) => `${path}: ${name}`),
      );
    expect(bare).toEqual([]);
  });
});
