import { assert } from '#platform/kernel';

/** Pieces of one offer. */
export interface StockLine {
  offerId: string;
  /** ≥ 1 */
  quantity: number;
}

/**
 * Lines that draw on the same stock added up, in the order of their ids: the order in which every transaction locks them.
 * @rule S-4
 */
export function summedLines(lines: readonly StockLine[]): StockLine[] {
  const sums = new Map<string, number>();
  for (const line of lines) {
    assert(Number.isSafeInteger(line.quantity) && line.quantity >= 1, 'a line takes at least one piece');
    sums.set(line.offerId, (sums.get(line.offerId) ?? 0) + line.quantity);
  }
  return [...sums]
    .map(([offerId, quantity]) => ({ offerId, quantity }))
    .sort((a, b) => (a.offerId < b.offerId ? -1 : 1));
}

/** Why pieces came or went; with these the stock of a place is always the sum of its movements. */
export const movementKinds = ['received', 'sold', 'returned', 'written_off', 'moved'] as const;
export type MovementKind = (typeof movementKinds)[number];

/** Why a maker counts anew, and which way that can go. */
const ways = {
  counted: 'either',
  made: 'up',
  found: 'up',
  returned: 'up',
  damaged: 'down',
  lost: 'down',
  sold_elsewhere: 'down',
  given_away: 'down',
} as const;
export type CountReason = keyof typeof ways;
export const countReasons = Object.keys(ways) as [CountReason, ...CountReason[]];

/** Pieces do not become more by being lost, nor fewer by being found. @rule S-4 */
export const fitsReason = (reason: CountReason, before: number, after: number): boolean =>
  before === after || ways[reason] === 'either' || (ways[reason] === 'up') === after > before;

/** The stock has just come down to what the maker wants to be told of. */
export const hasRunLow = (before: number, after: number, low_at: number): boolean => before > low_at && after <= low_at;

/** For how many goods one person may wait. @rule S-52 */
export const wishes_max = 100;

/** How many places one seller may keep goods in. */
export const locations_max = 20;
