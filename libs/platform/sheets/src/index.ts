export { sheetRows } from './read-sheet.js';
export {
  FORMULA,
  sheetBytes_max,
  SheetUnreadable,
  type SheetLimits,
  type SheetRow,
  type ZipLimits,
} from './sheet-limits.js';
export { openZip, type Zip } from './zip.js';
export { zipFiles, type PackedFile } from './zip-files.js';
export { csvOf, sheetTypes, xlsxOf, type OutCell, type OutRow, type SheetType } from './write-sheet.js';
export { guardedCell, unguardedCell } from './guard.js';
