/**
 * What spreadsheet programs would compute or read as the beginning of a new cell, also behind blanks and in full-width
 * writing. Apostrophes before it are counted, so that guarding can be undone.
 */
const computed = /^[\s']*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/u;

/** Text of a cell that no program computes. @rule S-59 */
export const guardedCell = (text: string): string => (computed.test(text) ? `'${text}` : text);

/** The text that was guarded; any other stays as it is. @rule S-59 */
export const unguardedCell = (cell: string): string =>
  cell.startsWith("'") && computed.test(cell.slice(1)) ? cell.slice(1) : cell;
