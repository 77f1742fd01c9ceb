/** What stands before a name and says nothing about whose it is. */
const honorifics = new Set(['SHRI', 'SRI', 'SHREE', 'SMT', 'KUM', 'KUMARI', 'MR', 'MRS', 'MS', 'DR', 'MD', 'MESSRS']);

/**
 * Likeness of two names: in capitals, without honorifics and punctuation, as sets of words, words that differ by little
 * counting by their own likeness.
 *
 * @returns basis points, 0 to 10 000; 10 000 = the same words in any order
 * @rule
 */
export function nameLikeness_bp(one: string, other: string): number {
  const a = words(one);
  const b = words(other);
  if (a.length === 0 || b.length === 0) return 0;
  const left = [...b];
  let shared = 0;
  for (const word of a) {
    let best = 0;
    let at = -1;
    left.forEach((candidate, i) => {
      const likeness = wordLikeness(word, candidate);
      if (likeness > best) [best, at] = [likeness, i];
    });
    if (at === -1) continue;
    shared += best;
    left.splice(at, 1);
  }
  return Math.round((20_000 * shared) / (a.length + b.length));
}

/** What a likeness means, by the two bounds of the policy (both inclusive upwards). @rule */
export function nameVerdict(
  likeness_bp: number,
  bounds: { pass_bp: number; review_bp: number },
): 'same' | 'look' | 'other' {
  if (likeness_bp >= bounds.pass_bp) return 'same';
  return likeness_bp >= bounds.review_bp ? 'look' : 'other';
}

function words(name: string): string[] {
  const found = name
    .slice(0, 200)
    .normalize('NFKC')
    .toUpperCase()
    .replace(/^M\/S\b/, '')
    .replace(/[^\p{L}\p{M}\p{N}\s]/gu, ' ')
    .split(/\s+/)
    .filter((word) => word !== '' && !honorifics.has(word));
  return [...new Set(found)];
}

/** 1 for the same word; an initial stands for its word by half; else one minus the share of differing letters, if small. */
function wordLikeness(a: string, b: string): number {
  if (a === b) return 1;
  if (a.length === 1 || b.length === 1) return a[0] === b[0] ? 0.5 : 0;
  const likeness = 1 - distance(a, b) / Math.max(a.length, b.length);
  return likeness >= 0.7 ? likeness : 0;
}

/** Letters to add, drop or change to make one word of the other. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    }
    row = next;
  }
  return row[b.length]!;
}
