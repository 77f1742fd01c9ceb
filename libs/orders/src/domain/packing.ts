import type { PrintedPaper } from '#platform/print';
import { istDay } from '#platform/time';

/** Pieces of one kind that orders wait for, and how many of them are wrapped as gifts. */
export interface WantedPieces {
  offer_id: string;
  title: string;
  variant: string | null;
  pieces: number;
  wrapped: number;
  orders: number;
  to_make: boolean;
}

/** A line of a parcel; the weight is that of all its pieces. */
export interface PackedLine {
  line_id: string;
  title: string;
  variant: string | null;
  pieces: number;
  is_wrapped: boolean;
  to_make: boolean;
  weight_g: number;
}

/** What a maker takes from her shelf. */
export interface PickList {
  rows: readonly WantedPieces[];
  /** There is more than one list holds. */
  hasMore: boolean;
  at: Date;
}

/** What goes into the parcel of an order. */
export interface PackList {
  number: string;
  promised_by: Date | null;
  gift_message: string | null;
  lines: readonly PackedLine[];
  weight_g: number;
  at: Date;
}

const dayOf = (at: Date): string => istDay(at).split('-').reverse().join('-');
const number = { width: 1, align: 'right' } as const;
const goods = { title: 'Goods माल', width: 5 };
const pieces = { title: 'Pieces नग', ...number };
const variantOf = (variant: string | null, toMake: boolean): string[] => [
  ...(variant === null ? [] : [variant]),
  ...(toMake ? ['Made to order ऑर्डर पर बना'] : []),
];

/** @param copy  drawn by lot, see `PrintedPaper` */
export const pickSheet = ({ rows, hasMore, at }: PickList, copy: string): PrintedPaper => ({
  ...{ title: 'Pick list सामान सूची', number: dayOf(at), madeAt: at, copy },
  remarks: hasMore ? ['There is more: print again when this is packed. और भी है।'] : [],
  ...{ facts: [], parties: [], codes: [], notes: [] },
  columns: [goods, pieces, { title: 'Gift wrapped उपहार', ...number }, { title: 'Orders ऑर्डर', ...number }],
  rows: rows.map((row) => [
    [row.title, ...variantOf(row.variant, row.to_make)],
    ...[row.pieces, row.wrapped, row.orders].map(String),
  ]),
  totals: [{ label: 'Pieces in all कुल नग', text: String(rows.reduce((sum, row) => sum + row.pieces, 0)) }],
});

/** @param copy  drawn by lot, see `PrintedPaper` */
export const packSheet = (list: PackList, copy: string): PrintedPaper => ({
  ...{ title: 'Packing list पैकिंग सूची', number: list.number, madeAt: list.at, copy },
  ...{ remarks: [], parties: [], codes: [] },
  facts: list.promised_by === null ? [] : [{ label: 'Promised by पहुँचाना है', text: dayOf(list.promised_by) }],
  columns: [goods, pieces, { title: 'Gift wrap उपहार', ...number }, { title: 'Grams ग्राम', ...number }],
  rows: list.lines.map((line) => [
    [line.title, ...variantOf(line.variant, line.to_make)],
    ...[String(line.pieces), line.is_wrapped ? 'Yes हाँ' : '\u2013', String(line.weight_g)],
  ]),
  totals: [{ label: 'Weight वज़न', text: `${list.weight_g} g` }],
  notes: list.gift_message === null ? [] : [`The card says कार्ड पर: ${list.gift_message}`],
});
