export { linesOf, openPdf, printLine, type Line } from './fonts.js';
export { tablePdf, type PrintColumn, type PrintedTable, type PrintRow } from './table.js';
