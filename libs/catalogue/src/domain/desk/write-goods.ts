import type { OutCell, OutRow } from '#platform/sheets';
import type { ListingInput } from '../listing-content.js';
import { fail } from './desk.errors.js';
import { answerAs } from './codecs.js';
import { answerPrefix, columns, goodsColumn, type Column } from './columns.js';

/** The columns of an export: those of a template, and an answer column for each question the goods answer. */
export const exportHeader = (answerKeys: readonly string[]): string[] => [
  goodsColumn,
  ...columns.map((column) => column.name),
  ...answerKeys.map((key) => `${answerPrefix}${key}`),
];

const at = (value: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>((part, name) => (part as Record<string, unknown> | null | undefined)?.[name], value);

const cellOf = (value: unknown, { path, codec }: Column): OutCell => {
  const found = at(value, path);
  const isNothing = found === null || found === undefined || (Array.isArray(found) && found.length === 0);
  return isNothing ? '' : codec.write(found);
};

/** Goods as rows, one of each variant, under `exportHeader`: what `readGoods` reads as the same goods. @rule S-60 */
export function rowsOf(listingId: string, content: ListingInput, answerKeys: readonly string[]): OutRow[] {
  const answers = new Map(content.parameters.map(({ key, value }) => [key, value]));
  const answer = (key: string): OutCell => {
    const value = answers.get(key);
    if (value === undefined) return '';
    return typeof value === 'boolean' ? answerAs('yes_no').write(value) : value;
  };
  return content.offers.map((offer) => [
    listingId,
    ...columns.map((column) => cellOf(column.of === 'goods' ? content : offer, column)),
    ...answerKeys.map(answer),
  ]);
}

/** A workbook is made whole before it goes out. */
const workbookRows_max = 10_000;

/** @throws export_too_long (422) @rule S-52 */
export function assertFitsWorkbook(rows: number): void {
  if (rows > workbookRows_max) throw fail('export_too_long', { rows, rows_max: workbookRows_max });
}
