import { near, paiseOf, sum } from './inv01-checks.js';
import type { EWayRequest } from './eway-request.js';

/** What is wrong with a request for an e-way bill before it is sent; the portal would refuse it too. */
export const eWayFaults = [
  'number_form',
  'date_in_future',
  'paper_too_old',
  'same_gstin',
  'seller_state',
  'buyer_state',
  'seller_pin',
  'buyer_pin',
  'too_many_goods',
  'hsn_form',
  'wrong_tax',
  'sums',
] as const;
export type EWayFault = (typeof eWayFaults)[number];

export interface EWayCheckTerms {
  /** Today in India, `2026-11-23`. */
  today: string;
  /** A paper older than so many days has none made. */
  doc_age_days: number;
  /** GST codes of the States in which the PIN codes lie, by the directory; null: it does not know one. */
  pinStates: { seller: string | null; buyer: string | null };
}

const goods_max = 250;

/** What the portal would refuse, in the order of its form; empty: it may be sent. @rule STD-5.2 */
export function eWayFaultsOf(asked: EWayRequest, { today, doc_age_days, pinStates }: EWayCheckTerms): EWayFault[] {
  const age_days = (Date.parse(today) - Date.parse(asked.docDate.split('/').reverse().join('-'))) / 86_400_000;
  const isIntra = asked.fromStateCode === asked.toStateCode;
  const found: [EWayFault, boolean][] = [
    ['number_form', !/^[a-zA-Z1-9][a-zA-Z0-9/-]{0,15}$/.test(asked.docNo)],
    ['date_in_future', age_days < 0],
    ['paper_too_old', age_days > doc_age_days],
    ['same_gstin', asked.fromGstin !== 'URP' && asked.fromGstin === asked.toGstin],
    ['seller_state', !isOf(asked.fromGstin, asked.fromStateCode)],
    ['buyer_state', !isOf(asked.toGstin, asked.toStateCode)],
    ['seller_pin', !liesIn(pinStates.seller, asked.actFromStateCode)],
    ['buyer_pin', !liesIn(pinStates.buyer, asked.actToStateCode)],
    ['too_many_goods', asked.itemList.length > goods_max],
    ['hsn_form', asked.itemList.some(({ hsnCode }) => !/^(?!0+$)([0-9]{4}|[0-9]{6}|[0-9]{8})$/.test(hsnCode))],
    ['wrong_tax', (isIntra ? asked.igstValue : asked.cgstValue + asked.sgstValue) > 0],
    ['sums', !isSummed(asked)],
  ];
  return found.filter(([, isFound]) => isFound).map(([fault]) => fault);
}

const isOf = (gstin: string, state: number): boolean => gstin === 'URP' || Number(gstin.slice(0, 2)) === state;
/** Of a PIN code the directory does not know nothing is said. */
const liesIn = (found: string | null, state: number): boolean => found === null || Number(found) === state;

function isSummed(asked: EWayRequest): boolean {
  const parts = [asked.totalValue, asked.cgstValue, asked.sgstValue, asked.igstValue].map(paiseOf);
  return (
    near(sum(asked.itemList.map(({ taxableAmount }) => paiseOf(taxableAmount))), paiseOf(asked.totalValue)) &&
    near(sum(parts), paiseOf(asked.totInvValue)) &&
    asked.cgstValue === asked.sgstValue
  );
}
