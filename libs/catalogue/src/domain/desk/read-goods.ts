import type { z } from 'zod';
import type { GoldenParameter } from '../category.js';
import { listingInput, type ListingInput } from '../listing-content.js';
import { answerColumn, answerPrefix, columns, translationColumns, type Column } from './columns.js';
import { CellUnfit, shortened, type GoodsFault } from './faults.js';
import type { GoodsRows, NamedRow } from './rows.js';

/** What a maker wrote, before it is known to be whole. */
type Draft = Record<string, unknown>;
interface Answer {
  key: string;
  value: unknown;
}
interface Translation {
  lang: string;
}
export type ReadGoods = { content: ListingInput; faults: [] } | { content: null; faults: GoodsFault[] };

/** Parts that are there as a whole or not at all. */
const parts = [['size_mm'], ['food'], ['netQuantity'], ['declarations', 'madeBy'], ['declarations', 'consumerCare']];

const at = (draft: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((part, name) => (part as Record<PropertyKey, unknown> | null | undefined)?.[name], draft);

function put(draft: Draft, path: readonly string[], value: unknown): void {
  const [name = '', ...rest] = path;
  if (rest.length === 0) {
    if (value === undefined) delete draft[name];
    else draft[name] = value;
    return;
  }
  const part = (draft[name] ?? {}) as Draft;
  draft[name] = part;
  put(part, rest, value);
}

/**
 * Reads the rows of goods over what is known of them: a column that is not in the sheet keeps what stands there, an empty
 * cell takes it away, and variants the sheet does not name stay.
 * @param known  what the maker has written about these goods; null for new ones
 * @param asked  what a category asks, by its slug; null when there is none
 * @rule S-60
 */
export function readGoods(
  { rows }: GoodsRows,
  known: ListingInput | null,
  asked: (category: string) => readonly GoldenParameter[] | null,
): ReadGoods {
  const draft = structuredClone(known ?? {}) as Draft;
  const faults: GoodsFault[] = [];
  for (const column of columns) if (column.of === 'goods') readCommon(draft, rows, column, faults);
  readTranslations(draft, rows, faults);
  const category = draft['category'];
  const questions = typeof category === 'string' ? asked(category) : [];
  if (questions !== null) readAnswers(draft, rows, questions, faults);
  else faults.push(cellFault(rows[0]!, 'category', 'category_unknown'));
  const offers = (draft['offers'] ??= []) as Draft[];
  const rowOf = rows.map((row) => readVariant(offers, row, known !== null, faults));
  for (const path of parts) {
    const part = at(draft, path);
    const isEmpty = typeof part === 'object' && part !== null && Object.values(part).every((one) => one === null);
    if (isEmpty) put(draft, path, undefined);
  }
  if (faults.length > 0) return { content: null, faults };
  const read = listingInput.safeParse(draft);
  if (read.success) return { content: read.data, faults: [] };
  const told = read.error.issues.map((issue) => faultOf(issue, draft, rows, rowOf));
  return { content: null, faults: once(told) };
}

const once = (faults: readonly GoodsFault[]): GoodsFault[] =>
  faults.filter((fault, i) => faults.findIndex((one) => one.row === fault.row && one.column === fault.column) === i);

/** What all rows of the goods say alike, or only some of them say. */
function readCommon(draft: Draft, rows: readonly NamedRow[], column: Column, faults: GoodsFault[]): void {
  const told = rows.filter((row) => (row.cells[column.name] ?? '') !== '');
  const [first] = told;
  if (!first) {
    if (rows.some((row) => column.name in row.cells)) put(draft, column.path, undefined);
    return;
  }
  const other = told.find((row) => row.cells[column.name] !== first.cells[column.name]);
  if (other) faults.push(cellFault(other, column.name, 'goods_cells_differ', { row: first.row }));
  else readCell(first, column, faults, (value) => put(draft, column.path, value));
}

function readCell(row: NamedRow, column: Column, faults: GoodsFault[], take: (value: unknown) => void): void {
  try {
    take(column.codec.read(row.cells[column.name]!));
  } catch (error) {
    if (!(error instanceof CellUnfit)) throw error;
    faults.push(cellFault(row, column.name, error.code, error.facts));
  }
}

const cellFault = (row: NamedRow, column: string | null, code: string, facts = {}): GoodsFault => {
  const cell = column === null ? '' : (row.cells[column] ?? '');
  return { row: row.row, column, code, value: cell === '' ? null : shortened(cell), facts };
};

/** By language while cells are read into them, then as a maker writes them. */
function readTranslations(draft: Draft, rows: readonly NamedRow[], faults: GoodsFault[]): void {
  const known = (draft['translations'] ?? []) as Translation[];
  draft['translations'] = Object.fromEntries(known.map(({ lang, ...told }) => [lang, told]));
  for (const column of translationColumns) if (column.name in rows[0]!.cells) readCommon(draft, rows, column, faults);
  draft['translations'] = Object.entries(draft['translations'] as Record<string, object>)
    .filter(([, told]) => Object.keys(told).length > 0)
    .map(([lang, told]) => ({ lang, ...told }));
}

function readAnswers(
  draft: Draft,
  rows: readonly NamedRow[],
  asked: readonly GoldenParameter[],
  faults: GoodsFault[],
): void {
  const answers = new Map(((draft['parameters'] ?? []) as Answer[]).map(({ key, value }) => [key, value]));
  const names = Object.keys(rows[0]!.cells).filter((name) => name.startsWith(answerPrefix));
  for (const name of names) {
    const key = name.slice(answerPrefix.length);
    const question = asked.find((one) => one.key === key);
    const told = rows.find((row) => (row.cells[name] ?? '') !== '');
    if (!told) answers.delete(key);
    else if (!question) faults.push(cellFault(told, name, 'answer_unasked'));
    else readCell(told, answerColumn(question), faults, (value) => answers.set(key, value));
  }
  draft['parameters'] = [...answers].map(([key, value]) => ({ key, value }));
}

/** @returns which of the offers the row is of */
function readVariant(offers: Draft[], row: NamedRow, isKnown: boolean, faults: GoodsFault[]): number {
  const { sku = '', label = '' } = row.cells;
  let index = sku === '' ? -1 : offers.findIndex((one) => one['sku'] === sku);
  if (index < 0 && label !== '') index = offers.findIndex((one) => one['label'] === label);
  if (index < 0) {
    if (sku === '') faults.push(cellFault(row, 'sku', isKnown ? 'variant_unknown' : 'sku_missing'));
    index = offers.push({}) - 1;
  }
  const offer = offers[index]!;
  for (const column of columns) {
    if (column.of !== 'variant' || !(column.name in row.cells)) continue;
    if (row.cells[column.name] === '') put(offer, column.path, undefined);
    else readCell(row, column, faults, (value) => put(offer, column.path, value));
  }
  return index;
}

/** What the schema of goods says against a value, told about the cell it came from. */
function faultOf(
  issue: z.core.$ZodIssue,
  draft: Draft,
  rows: readonly NamedRow[],
  rowOf: readonly number[],
): GoodsFault {
  const [first, second, ...rest] = issue.path;
  const isOffer = first === 'offers' && typeof second === 'number';
  const row = (isOffer ? rows[rowOf.indexOf(second)] : undefined) ?? rows[0]!;
  const column = isOffer ? columnAt('variant', rest) : columnOf(draft, issue.path);
  const { code, facts } = reasonOf(issue, at(draft, issue.path));
  return cellFault(row, column, code, facts);
}

/** The column of what all variants have in common; answers and translations are lists of which each has its own. */
function columnOf(draft: Draft, path: readonly PropertyKey[]): string | null {
  const [first, second, third] = path;
  if (typeof second !== 'number') return columnAt('goods', path);
  if (first === 'parameters') return `${answerPrefix}${(draft['parameters'] as Answer[])[second]?.key}`;
  if (first === 'translations') return `${String(third)}_${(draft['translations'] as Translation[])[second]?.lang}`;
  return columnAt('goods', path);
}

/** The column whose place is nearest to the value that is meant. */
function columnAt(of: Column['of'], path: readonly PropertyKey[]): string | null {
  const shared = ({ path: own }: Column): number => {
    const apart = own.findIndex((name, i) => name !== path[i]);
    return apart < 0 ? own.length : apart;
  };
  const best = columns.filter((one) => one.of === of).reduce((a, b) => (shared(b) > shared(a) ? b : a));
  return shared(best) > 0 ? best.name : null;
}

function reasonOf(issue: z.core.$ZodIssue, value: unknown): { code: string; facts: Record<string, unknown> } {
  if (value === undefined || value === null) return { code: 'cell_missing', facts: {} };
  const origins = { number: 'number', int: 'number', string: 'text', array: 'list' } as const;
  switch (issue.code) {
    case 'too_big':
    case 'too_small': {
      const origin = origins[issue.origin as keyof typeof origins] ?? 'text';
      const isBig = issue.code === 'too_big';
      return {
        code: `${origin}_too_${origin === 'number' ? (isBig ? 'large' : 'small') : isBig ? 'long' : 'short'}`,
        facts: { bound: Number(isBig ? issue.maximum : issue.minimum) },
      };
    }
    case 'invalid_value':
      return { code: 'choice_expected', facts: { choices: issue.values.map(String) } };
    default:
      return { code: 'cell_unfit', facts: { why: issue.message } };
  }
}
