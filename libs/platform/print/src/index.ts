export { drawCode } from './code.js';
export { isPrintable, linesOf, openPdf, printLine, type Line } from './fonts.js';
export { labelPdf, type PrintedLabel } from './label.js';
export { paperPdf, type PrintedPaper, type Said } from './paper.js';
export { PrintHouse, PrinterDown, type PrintTerms } from './print-house.js';
export { PrintModule } from './print.module.js';
export { tablePdf, type PrintColumn, type PrintedTable, type PrintRow } from './table.js';
