import { FORMULA, unguardedCell, type SheetRow } from '#platform/sheets';
import { goodsSheetLimits } from './columns.js';
import { shortened, type GoodsFault } from './faults.js';
import type { Header } from './header.js';

/** One row by the names of its columns; an empty cell takes away what stood there. */
export interface NamedRow {
  row: number;
  cells: Record<string, string>;
}

/** Rows that stand together and are of the same goods. */
export interface GoodsRows {
  /** The maker's word for them, or the id of her goods; null: the only row. */
  goods: string | null;
  rows: NamedRow[];
  /** What no reading can put right: formulas, and cells that are too long. */
  faults: GoodsFault[];
}

const rows_max = 20;

/** Names the cells of a row. @rule S-59 S-60 */
function named({ number: row, cells }: SheetRow, header: Header): { named: NamedRow; faults: GoodsFault[] } {
  const faults: GoodsFault[] = [];
  const out: Record<string, string> = {};
  const take = (at: number, column: string): void => {
    const cell = cells[at] ?? '';
    const fault = (code: string, facts = {}) => faults.push({ row, column, code, value: shortened(cell), facts });
    if (cell === FORMULA) faults.push({ row, column, code: 'cell_formula', value: null, facts: {} });
    else if (cell.length > goodsSheetLimits.cell_chars_max)
      fault('text_too_long', { bound: goodsSheetLimits.cell_chars_max });
    else out[column] = unguardedCell(cell);
  };
  for (const [at, { name }] of header.known) take(at, name);
  for (const [at, key] of header.answers) take(at, `answer.${key}`);
  if (header.pictures !== null) take(header.pictures, 'pictures');
  return { named: { row, cells: out }, faults };
}

/** Gathers rows that follow each other and name the same goods. */
export class GoodsGatherer {
  private open: GoodsRows | null = null;
  constructor(private readonly header: Header) {}

  /** @returns the goods that end before this row, if any */
  put(sheetRow: SheetRow): GoodsRows | null {
    const { named: row, faults } = named(sheetRow, this.header);
    const word = this.header.goods === null ? '' : unguardedCell(sheetRow.cells[this.header.goods] ?? '');
    const goods = word === '' || word === FORMULA ? null : word.slice(0, 80);
    if (this.open && goods !== null && this.open.goods === goods && this.open.rows.length < rows_max) {
      this.open.rows.push(row);
      this.open.faults.push(...faults);
      return null;
    }
    const ended = this.open;
    this.open = { goods, rows: [row], faults };
    return ended;
  }

  /** The last goods of the sheet. */
  end(): GoodsRows | null {
    const last = this.open;
    this.open = null;
    return last;
  }
}
