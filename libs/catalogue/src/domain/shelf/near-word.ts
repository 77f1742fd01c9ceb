/** How many letters must be changed, added, dropped or swapped with their neighbour to make one word of another; `most` + 1 when it is more. */
export function lettersApart(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, i) => i);
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      const changed = last[j - 1]! + (one[i - 1] === other[j - 1] ? 0 : 1);
      let best = Math.min(last[j]! + 1, row[j - 1]! + 1, changed);
      const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      if (swapped) best = Math.min(best, before[j - 2]! + 1);
      row.push(best);
    }
    [before, last] = [last, row];
  }
  return Math.min(last[other.length]!, most + 1);
}

/** A word of the shelf, and how many goods have it. */
export interface KnownWord {
  word: string;
  listings: number;
}

/**
 * The words of the shelf that a mistyped one may mean: one letter apart, of words of six letters and more also two. The
 * nearest only; of equally near ones those that most goods have, at most three.
 */
export function nearWords(typed: string, known: readonly KnownWord[]): string[] {
  const most = typed.length < 4 ? 0 : typed.length < 6 ? 1 : 2;
  const near = known
    .map((one) => ({ ...one, apart: lettersApart(typed, one.word, most) }))
    .filter(({ apart }) => apart <= most)
    .sort((a, b) => a.apart - b.apart || b.listings - a.listings || (a.word < b.word ? -1 : 1));
  return near
    .filter(({ apart }) => apart === near[0]!.apart)
    .slice(0, 3)
    .map(({ word }) => word);
}
