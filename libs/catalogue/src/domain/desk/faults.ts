/** What is wrong with a cell or a row: told in the maker's language when she asks. @rule S-60 */
export interface GoodsFault {
  row: number;
  /** Name of the column; null where the whole row is meant. */
  column: string | null;
  code: string;
  /** What stands there, shortened. */
  value: string | null;
  facts: Readonly<Record<string, unknown>>;
}

/** A value that cannot be read: why, in a code and its facts. */
export class CellUnfit extends Error {
  constructor(
    readonly code: string,
    readonly facts: Readonly<Record<string, unknown>> = {},
  ) {
    super(code);
  }
}

const shown_chars = 60;
export const shortened = (text: string): string =>
  text.length > shown_chars ? `${text.slice(0, shown_chars - 1)}…` : text;
