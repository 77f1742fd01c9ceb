import type { OutCell, OutRow } from '#platform/sheets';
import type { Language } from '../languages.js';
import type { ListingInput } from '../listing-content.js';
import { fail } from './desk.errors.js';
import { answerAs } from './codecs.js';
import { answerPrefix, columns, columnsIn, goodsColumn, type Column } from './columns.js';

/** What columns an export has beside those of every sheet. */
export interface ExportedColumns {
  /** The questions the goods answer. */
  answers: readonly string[];
  /** The languages they are told in besides the first. */
  languages: readonly Language[];
}

/** The columns of an export: those of a template, and one for each language and each answer of the goods. */
export const exportHeader = ({ answers, languages }: ExportedColumns): string[] => [
  goodsColumn,
  ...[...columns, ...languages.flatMap(columnsIn)].map((column) => column.name),
  ...answers.map((key) => `${answerPrefix}${key}`),
];

const at = (value: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>((part, name) => (part as Record<string, unknown> | null | undefined)?.[name], value);

const cellOf = (value: unknown, { path, codec }: Column): OutCell => {
  const found = at(value, path);
  const isNothing = found === null || found === undefined || (Array.isArray(found) && found.length === 0);
  return isNothing ? '' : codec.write(found);
};

/** Goods as rows, one of each variant, under `exportHeader`: what `readGoods` reads as the same goods. @rule S-60 */
export function rowsOf(listingId: string, content: ListingInput, exported: ExportedColumns): OutRow[] {
  const translations = Object.fromEntries(content.translations.map(({ lang, ...told }) => [lang, told]));
  const common = { ...content, translations };
  const told = [...columns, ...exported.languages.flatMap(columnsIn)];
  const answers = new Map(content.parameters.map(({ key, value }) => [key, value]));
  const answer = (key: string): OutCell => {
    const value = answers.get(key);
    if (value === undefined) return '';
    return typeof value === 'boolean' ? answerAs('yes_no').write(value) : value;
  };
  return content.offers.map((offer) => [
    listingId,
    ...told.map((column) => cellOf(column.of === 'goods' ? common : offer, column)),
    ...exported.answers.map(answer),
  ]);
}

/** A workbook is made whole before it goes out. */
const workbookRows_max = 10_000;

/** @throws export_too_long (422) @rule S-52 */
export function assertFitsWorkbook(rows: number): void {
  if (rows > workbookRows_max) throw fail('export_too_long', { rows, rows_max: workbookRows_max });
}
