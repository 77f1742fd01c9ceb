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

/** Why pieces came or went; with these the stock on hand is always the sum of its movements. */
export type MovementKind = 'received' | 'sold' | 'returned' | 'written_off';

/** A new count of the maker's shelf as a movement; null when nothing changed. @rule S-4 */
export function countedAs(before: number, after: number): { kind: MovementKind; change: number } | null {
  assert(after >= 0, 'a shelf holds no less than nothing');
  if (after === before) return null;
  return { kind: after > before ? 'received' : 'written_off', change: after - before };
}

/** The stock has just come down to what the maker wants to be told of. */
export const hasRunLow = (before: number, after: number, low_at: number): boolean => before > low_at && after <= low_at;
