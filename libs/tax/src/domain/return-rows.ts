import { gstCodeOf, stateNames } from '#platform/identifiers';
import type { Paise } from '#platform/money';
import { istDay } from '#platform/time';

/** A cell of a sheet: text, or a number. */
type Cell = string | number;

/** Amounts of a row of a return, paise. */
export interface ReturnAmounts {
  taxable_paise: Paise;
  cgst_paise: Paise;
  sgst_paise: Paise;
  igst_paise: Paise;
}

/** Columns of a maker's month, in the order in which the return asks for them. */
export const outwardHead: readonly string[] = [
  ...['Section', 'Number', 'Date', 'Of the invoice', 'Place of supply', 'Rate %', 'HSN', 'UQC', 'Quantity'],
  ...['Taxable value', 'Integrated tax', 'Central tax', 'State/UT tax', 'Total value', 'From number', 'To number'],
  ...['Count', 'GSTIN of recipient'],
];

/** What a row of it may say. */
export interface OutwardRow extends Partial<ReturnAmounts> {
  section: string;
  number?: string;
  issuedAt?: Date;
  corrects?: string | null;
  toState?: string;
  rate_bp?: number;
  hsn?: string;
  uqc?: string;
  quantity?: bigint;
  first?: string;
  last?: string;
  count?: number;
  recipientGstin?: string | null;
}

/** A row of a maker's month, cell by cell. Amounts are rupees with their paise. @rule  */
export function outwardCells(row: OutwardRow): Cell[] {
  const { taxable_paise, igst_paise, cgst_paise, sgst_paise } = row;
  const total =
    taxable_paise === undefined
      ? undefined
      : taxable_paise + (igst_paise ?? 0n) + (cgst_paise ?? 0n) + (sgst_paise ?? 0n);
  return [
    ...[row.section, row.number ?? '', row.issuedAt ? dayOf(row.issuedAt) : '', row.corrects ?? ''],
    row.toState === undefined ? '' : placeOf(row.toState),
    row.rate_bp === undefined ? '' : row.rate_bp / 100,
    ...[row.hsn ?? '', row.uqc ?? '', row.quantity === undefined ? '' : Number(row.quantity)],
    ...[taxable_paise, igst_paise, cgst_paise, sgst_paise, total].map(inUnits),
    ...[row.first ?? '', row.last ?? '', row.count ?? '', row.recipientGstin ?? ''],
  ];
}

/** Columns of the operator's month: what it collected at source of each supplier. */
export const collectedHead: readonly string[] = [
  ...['GSTIN of supplier', 'Supplier', 'Month', 'Supplies made', 'Supplies returned', 'Net amount liable'],
  ...['Integrated tax', 'Central tax', 'State/UT tax', 'Total collected', 'Whole sales credited'],
];

export interface CollectedRow {
  seller_id: string;
  gstin: string | null;
  supplied_paise: Paise;
  returned_paise: Paise;
  gross_paise: Paise;
  cgst_paise: Paise;
  sgst_paise: Paise;
  igst_paise: Paise;
}

/** @param month  `2026-11` @rule */
export const collectedCells = (row: CollectedRow, month: string): Cell[] => [
  ...[row.gstin ?? '', row.seller_id, month.split('-').reverse().join('-')],
  ...[row.supplied_paise, row.returned_paise, row.supplied_paise - row.returned_paise].map(inUnits),
  ...[row.igst_paise, row.cgst_paise, row.sgst_paise].map(inUnits),
  ...[row.igst_paise + row.cgst_paise + row.sgst_paise, row.gross_paise].map(inUnits),
];

const dayOf = (at: Date): string => istDay(at).split('-').reverse().join('-');
const placeOf = (state: string): string => `${gstCodeOf(state)}-${stateNames(state).en}`;

/** Rupees as a number of a sheet, two places after the point; exact up to ninety lakh crore. */
const inUnits = (paise: Paise | undefined): Cell => (paise === undefined ? '' : Number(paise) / 100);
