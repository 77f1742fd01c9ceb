import type { Inv01, Inv01Item } from './inv01.js';

/** What is wrong with an INV-01 before it is sent; the portal would refuse it too. */
export const inv01Faults = [
  'number_form',
  'date_form',
  'date_in_future',
  'date_too_old',
  'same_gstin',
  'seller_state',
  'buyer_state',
  'seller_pin',
  'buyer_pin',
  'name_too_short',
  'hsn_form',
  'halves',
  'wrong_tax',
  'tax_amount',
  'piece_price',
  'value_after_discount',
  'item_total',
  'sums',
  'no_original',
] as const;
export type Inv01Fault = (typeof inv01Faults)[number];

export interface Inv01Terms {
  /** Today in India, `2026-11-23`. */
  today: string;
  /** So many days after its date it can still be told; null: her turnover sets no limit. */
  report_days: number | null;
  /** GST codes of the States in which the PIN codes lie, by the directory; null: it does not know one. */
  pinStates: { seller: string | null; buyer: string | null };
}

/** So far sums may be away from their parts: one rupee. */
const leeway_paise = 100;

/** Whole paise of a number of rupees; of a price of three places the nearest. */
export const paiseOf = (rupees: number): number => Math.round(rupees * 100);
export const near = (one: number, other: number): boolean => Math.abs(one - other) <= leeway_paise;
export const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);

/** What the portal would refuse, in the order of its form; empty: it may be sent. @rule STD-5.1 */
export function faultsOf(invoice: Inv01, terms: Inv01Terms): Inv01Fault[] {
  const { SellerDtls: seller, BuyerDtls: buyer, DocDtls: doc } = invoice;
  const isIntra = seller.Stcd === buyer.Pos;
  const found: [Inv01Fault, boolean][] = [
    ['number_form', !/^[a-zA-Z1-9][a-zA-Z0-9/-]{0,15}$/.test(doc.No)],
    ...dateFaults(doc.Dt, terms),
    ['same_gstin', seller.Gstin === buyer.Gstin],
    ['seller_state', seller.Gstin.slice(0, 2) !== seller.Stcd],
    ['buyer_state', buyer.Gstin.slice(0, 2) !== buyer.Stcd],
    ['seller_pin', !liesIn(terms.pinStates.seller, seller.Stcd)],
    ['buyer_pin', !liesIn(terms.pinStates.buyer, buyer.Stcd)],
    ['name_too_short', [seller.LglNm, buyer.LglNm, ...invoice.ItemList.map((i) => i.PrdDesc)].some(isShort)],
    ['hsn_form', invoice.ItemList.some((item) => !/^(?!0+$)([0-9]{4}|[0-9]{6}|[0-9]{8})$/.test(item.HsnCd))],
    ['halves', invoice.ItemList.some((item) => item.CgstAmt !== item.SgstAmt)],
    ['wrong_tax', invoice.ItemList.some((item) => (isIntra ? item.IgstAmt : item.CgstAmt + item.SgstAmt) > 0)],
    // A debit note may hold mere tax: the portal does not hold a note's tax against its value.
    ['tax_amount', doc.Typ !== 'DBN' && !invoice.ItemList.every(bearsItsRate)],
    ['piece_price', !invoice.ItemList.every((item) => near(paiseOf(item.Qty * item.UnitPrice), paiseOf(item.TotAmt)))],
    ['value_after_discount', !invoice.ItemList.every(isLessDiscount)],
    ['item_total', !invoice.ItemList.every(isWhole)],
    ['sums', !isSummed(invoice)],
    ['no_original', doc.Typ !== 'INV' && !invoice.RefDtls?.PrecDocDtls.length],
  ];
  return found.filter(([, isFound]) => isFound).map(([fault]) => fault);
}

function dateFaults(date: string, { today, report_days }: Inv01Terms): [Inv01Fault, boolean][] {
  const day = Date.parse(date.split('/').reverse().join('-'));
  if (Number.isNaN(day)) return [['date_form', true]];
  const age_days = (Date.parse(today) - day) / 86_400_000;
  return [
    ['date_in_future', age_days < 0],
    ['date_too_old', report_days !== null && age_days > report_days],
  ];
}

const isShort = (text: string): boolean => text.length < 3;
/** Of a PIN code the directory does not know nothing is said. */
const liesIn = (found: string | null, state: string): boolean => found === null || found === state;

const bearsItsRate = (item: Inv01Item): boolean =>
  near(
    paiseOf(item.IgstAmt) + paiseOf(item.CgstAmt) + paiseOf(item.SgstAmt),
    Math.round((paiseOf(item.AssAmt) * item.GstRt) / 100),
  );
const isLessDiscount = (item: Inv01Item): boolean =>
  near(paiseOf(item.TotAmt) - paiseOf(item.Discount), paiseOf(item.AssAmt));
const isWhole = (item: Inv01Item): boolean =>
  near(sum([item.AssAmt, item.IgstAmt, item.CgstAmt, item.SgstAmt].map(paiseOf)), paiseOf(item.TotItemVal));

function isSummed({ ItemList: items, ValDtls: whole }: Inv01): boolean {
  const pairs: [keyof Inv01Item, number][] = [
    ['AssAmt', whole.AssVal],
    ['CgstAmt', whole.CgstVal],
    ['SgstAmt', whole.SgstVal],
    ['IgstAmt', whole.IgstVal],
    ['TotItemVal', whole.TotInvVal],
  ];
  return pairs.every(([part, value]) => near(sum(items.map((item) => paiseOf(Number(item[part])))), paiseOf(value)));
}
