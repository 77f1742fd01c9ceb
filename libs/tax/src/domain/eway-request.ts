import { gstCodeOf, stateNames } from '#platform/identifiers';
import { dayOf, inRupees, said } from './inv01.js';
import type { TaxPaper } from './tax-paper.js';

export interface EWayItem {
  itemNo: number;
  productName: string;
  hsnCode: string;
  quantity: number;
  qtyUnit: string;
  taxableAmount: number;
  cgstRate: number;
  sgstRate: number;
  igstRate: number;
}

/** What is told to have an e-way bill made (EWB-01, part A): what we fill of it. Amounts are rupees, rates per cent. @rule STD-5.2 */
export interface EWayRequest {
  supplyType: 'O';
  /** A supply. */
  subSupplyType: '1';
  docType: 'INV' | 'BIL';
  docNo: string;
  docDate: string;
  transactionType: 1;
  /** `URP`: no registration. */
  fromGstin: string;
  fromTrdName: string;
  fromAddr1: string;
  fromPlace: string;
  fromPincode: number;
  fromStateCode: number;
  actFromStateCode: number;
  toGstin: string;
  toTrdName: string;
  toAddr1: string;
  toPlace: string;
  toPincode: number;
  toStateCode: number;
  actToStateCode: number;
  totalValue: number;
  cgstValue: number;
  sgstValue: number;
  igstValue: number;
  totInvValue: number;
  /** The portal works it out from the PIN codes. */
  transDistance: 0;
  itemList: EWayItem[];
}

/** A paper of goods that move: both parties are known. */
export type PaperOnRoad = Omit<TaxPaper, 'supplier' | 'recipient'> & {
  supplier: NonNullable<TaxPaper['supplier']>;
  recipient: NonNullable<TaxPaper['recipient']>;
};

/** The paper as the portal of e-way bills wants it. @rule STD-5.2 */
export function eWayRequestOf(paper: PaperOnRoad): EWayRequest {
  const { supplier, recipient, from_state, to_state } = paper;
  const [from, to] = [Number(gstCodeOf(from_state)), Number(gstCodeOf(to_state))];
  const rupeesOf = (paise: string): number => inRupees(BigInt(paise));
  return {
    ...{ supplyType: 'O', subSupplyType: '1', docType: paper.kind === 'bill_of_supply' ? 'BIL' : 'INV' },
    ...{ docNo: paper.number, docDate: dayOf(paper.issued_at), transactionType: 1 },
    ...{ fromGstin: paper.gstin ?? 'URP', fromTrdName: said(supplier.name, 100) },
    ...{ fromAddr1: said(supplier.line, 120), fromPlace: said(supplier.place, 50) },
    ...{ fromPincode: Number(supplier.pincode), fromStateCode: from, actFromStateCode: from },
    ...{ toGstin: paper.recipient_gstin ?? 'URP', toTrdName: said(recipient.name, 100) },
    ...{ toAddr1: said(recipient.street, 120), toPlace: stateNames(to_state).en },
    ...{ toPincode: Number(recipient.pincode), toStateCode: to, actToStateCode: to },
    ...{ totalValue: rupeesOf(paper.taxable_paise), cgstValue: rupeesOf(paper.cgst_paise) },
    ...{ sgstValue: rupeesOf(paper.sgst_paise), igstValue: rupeesOf(paper.igst_paise) },
    ...{ totInvValue: rupeesOf(paper.total_paise), transDistance: 0 },
    itemList: paper.lines.map((line, i) => {
      const rate = line.rate_bp / 100;
      const [half, whole] = paper.supply === 'inter' ? [0, rate] : [rate / 2, 0];
      return {
        ...{ itemNo: i + 1, productName: said(line.title, 100), hsnCode: line.hsn },
        ...{ quantity: line.quantity, qtyUnit: line.uqc, taxableAmount: rupeesOf(line.taxable_paise) },
        ...{ cgstRate: half, sgstRate: half, igstRate: whole },
      };
    }),
  };
}
