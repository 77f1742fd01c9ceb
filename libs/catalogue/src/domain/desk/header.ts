import { parameterKey } from '../category.js';
import { answerPrefix, columns, goodsColumn, picturesColumn, translationColumns, type Column } from './columns.js';
import { shortened, type GoodsFault } from './faults.js';

/** Which column stands where. Answers wait for the category that tells their kind. */
export interface Header {
  /** By position. */
  known: ReadonlyMap<number, Column>;
  answers: ReadonlyMap<number, string>;
  goods: number | null;
  pictures: number | null;
}

const byName = new Map([...columns, ...translationColumns].map((column) => [column.name, column]));

/** Headings as people type them: `Net quantity` is `net_quantity`. */
const nameOf = (cell: string): string => cell.trim().toLowerCase().replaceAll(/[ -]+/g, '_');

/** Reads the first row. @returns its faults, when it cannot be the head of a sheet of goods @rule S-60 */
export function readHeader(row: number, cells: readonly string[]): { header: Header; faults: GoodsFault[] } {
  const known = new Map<number, Column>();
  const answers = new Map<number, string>();
  const other: Partial<Record<string, number>> = {};
  const faults: GoodsFault[] = [];
  const seen = new Set<string>();
  const fault = (code: string, cell: string, facts = {}): void =>
    void faults.push({ row, column: null, code, value: shortened(cell), facts });
  cells.forEach((cell, at) => {
    const name = nameOf(cell);
    if (name === '') return;
    if (seen.has(name)) return fault('column_twice', cell);
    seen.add(name);
    const key = name.startsWith(answerPrefix) ? name.slice(answerPrefix.length) : '';
    const column = byName.get(name);
    if (column) known.set(at, column);
    else if (name === goodsColumn || name === picturesColumn) other[name] = at;
    else if (parameterKey.safeParse(key).success) answers.set(at, key);
    else fault('column_unknown', cell);
  });
  if (!seen.has('sku') && !seen.has(goodsColumn)) fault('column_needed', '', { column: 'sku' });
  const header = { known, answers, goods: other[goodsColumn] ?? null, pictures: other[picturesColumn] ?? null };
  return { header, faults };
}
