import { fail } from './order.errors.js';

/** Pieces of a line that somebody names. */
export interface Wanted {
  lineId: string;
  /** ≥ 1 */
  quantity: number;
}

interface Line {
  id: string;
  quantity: number;
  gone_quantity: number;
}
export interface Gone<L extends Line> {
  line: L;
  /** ≥ 1 */
  pieces: number;
}

export const leftIn = (line: Omit<Line, 'id'>): number => line.quantity - line.gone_quantity;

/** All pieces of an order that are not gone yet. */
export const allLeft = <L extends Line>(lines: readonly L[]): Gone<L>[] =>
  lines.filter((line) => leftIn(line) > 0).map((line) => ({ line, pieces: leftIn(line) }));

/**
 * The pieces somebody named, line by line.
 * @throws line_not_in_order · more_than_left
 * @rule SM-4
 */
export function named<L extends Line>(lines: readonly L[], wanted: readonly Wanted[]): Gone<L>[] {
  const sums = new Map<string, number>();
  for (const { lineId, quantity } of wanted) sums.set(lineId, (sums.get(lineId) ?? 0) + quantity);
  return [...sums].map(([lineId, pieces]) => {
    const line = lines.find(({ id }) => id === lineId);
    if (!line) throw fail('line_not_in_order', { lineId });
    if (pieces > leftIn(line)) throw fail('more_than_left', { lineId, wanted: pieces, left: leftIn(line) });
    return { line, pieces };
  });
}

/** What is left of an order when some pieces of it stay. @throws as `named` @rule SM-4 */
export function allBut<L extends Line>(lines: readonly L[], kept: readonly Wanted[]): Gone<L>[] {
  const stay = new Map(named(lines, kept).map(({ line, pieces }) => [line.id, pieces]));
  return allLeft(lines)
    .map(({ line, pieces }) => ({ line, pieces: pieces - (stay.get(line.id) ?? 0) }))
    .filter(({ pieces }) => pieces > 0);
}

/** Whether nothing of an order stays when these pieces go. */
export const isAll = <L extends Line>(lines: readonly L[], gone: readonly Gone<L>[]): boolean =>
  lines.reduce((sum, line) => sum + leftIn(line), 0) === gone.reduce((sum, { pieces }) => sum + pieces, 0);
