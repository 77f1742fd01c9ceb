import { gstCodeOf, stateNames } from '#platform/identifiers';
import { assert } from '#platform/kernel';
import { divideHalfUp, type Paise } from '#platform/money';
import { istDay } from '#platform/time';
import { sumOf, type DocumentKind } from './document.js';
import type { PaperLine, TaxPaper } from './tax-paper.js';

/** Who stands on an INV-01, on either side. */
interface Inv01Party {
  Gstin: string;
  LglNm: string;
  Addr1: string;
  Loc: string;
  Pin: number;
  /** GST code of the State, `10`. */
  Stcd: string;
}

export interface Inv01Item {
  SlNo: string;
  PrdDesc: string;
  IsServc: 'N';
  HsnCd: string;
  Qty: number;
  Unit: string;
  UnitPrice: number;
  TotAmt: number;
  Discount: number;
  AssAmt: number;
  /** Per cent, both halves together. */
  GstRt: number;
  IgstAmt: number;
  CgstAmt: number;
  SgstAmt: number;
  TotItemVal: number;
}

/** The government's form of an invoice, INV-01 version 1.1: what we fill of it. Amounts are rupees. @rule STD-5.1 */
export interface Inv01 {
  Version: '1.1';
  TranDtls: { TaxSch: 'GST'; SupTyp: 'B2B'; RegRev: 'N'; EcmGstin: string | null; IgstOnIntra: 'N' };
  DocDtls: { Typ: 'INV' | 'CRN' | 'DBN'; No: string; Dt: string };
  SellerDtls: Inv01Party;
  BuyerDtls: Inv01Party & { Pos: string };
  ItemList: Inv01Item[];
  ValDtls: {
    AssVal: number;
    CgstVal: number;
    SgstVal: number;
    IgstVal: number;
    TotInvVal: number;
  };
  RefDtls: { PrecDocDtls: { InvNo: string; InvDt: string }[] } | null;
}

/** A paper that can be told to the government: both parties are known and registered. */
export type TaxPaperBetweenRegistered = Omit<TaxPaper, 'supplier' | 'recipient' | 'gstin' | 'recipient_gstin'> & {
  supplier: NonNullable<TaxPaper['supplier']>;
  recipient: NonNullable<TaxPaper['recipient']>;
  gstin: string;
  recipient_gstin: string;
};

export const inv01Types: Partial<Record<DocumentKind, Inv01['DocDtls']['Typ']>> = {
  tax_invoice: 'INV',
  credit_note: 'CRN',
  debit_note: 'DBN',
};

/**
 * The paper as the portal wants it.
 * @param operatorGstin  the platform's, which collects tax at source of the sale; null: it has none
 * @rule STD-5.1
 */
export function inv01Of(paper: TaxPaperBetweenRegistered, operatorGstin: string | null): Inv01 {
  const Typ = inv01Types[paper.kind];
  assert(Typ, 'a bill of supply is not told to the portal');
  const { taxable_paise, cgst_paise, sgst_paise, igst_paise, total_paise } = sumOf(paper.lines.map(amountsOf));
  const { supplier, recipient, corrects } = paper;
  return {
    Version: '1.1',
    TranDtls: { TaxSch: 'GST', SupTyp: 'B2B', RegRev: 'N', EcmGstin: operatorGstin, IgstOnIntra: 'N' },
    DocDtls: { Typ, No: paper.number, Dt: dayOf(paper.issued_at) },
    SellerDtls: {
      ...{ Gstin: paper.gstin, LglNm: said(supplier.name, 100), Addr1: said(supplier.line, 100) },
      ...{ Loc: placeIn(supplier.place, paper.from_state), Pin: Number(supplier.pincode) },
      Stcd: gstCodeOf(paper.from_state),
    },
    BuyerDtls: {
      ...{ Gstin: paper.recipient_gstin, LglNm: said(recipient.name, 100), Pos: gstCodeOf(paper.to_state) },
      ...{ Addr1: said(recipient.street, 100), Loc: stateNames(paper.to_state).en, Pin: Number(recipient.pincode) },
      Stcd: gstCodeOf(paper.to_state),
    },
    ItemList: paper.lines.map((line, i) => itemOf(line, i + 1)),
    ValDtls: {
      AssVal: inRupees(taxable_paise),
      CgstVal: inRupees(cgst_paise),
      SgstVal: inRupees(sgst_paise),
      IgstVal: inRupees(igst_paise),
      TotInvVal: inRupees(total_paise),
    },
    RefDtls: corrects && { PrecDocDtls: [{ InvNo: corrects.number, InvDt: dayOf(corrects.issued_at) }] },
  };
}

/** Our discount holds its tax, the form wants it without; carriage is part of the value, so of the price of a piece. */
function itemOf(line: PaperLine, n: number): Inv01Item {
  const { taxable_paise, cgst_paise, sgst_paise, igst_paise } = amountsOf(line);
  const discount = divideHalfUp(BigInt(line.discount_paise) * 10_000n, BigInt(10_000 + line.rate_bp));
  const whole = taxable_paise + discount;
  return {
    ...{ SlNo: String(n), PrdDesc: said(line.title, 300), IsServc: 'N', HsnCd: line.hsn },
    ...{ Qty: line.quantity, Unit: line.uqc, UnitPrice: pieceOf(whole, line.quantity), TotAmt: inRupees(whole) },
    ...{ Discount: inRupees(discount), AssAmt: inRupees(taxable_paise), GstRt: line.rate_bp / 100 },
    ...{ IgstAmt: inRupees(igst_paise), CgstAmt: inRupees(cgst_paise), SgstAmt: inRupees(sgst_paise) },
    TotItemVal: inRupees(taxable_paise + cgst_paise + sgst_paise + igst_paise),
  };
}

const amountsOf = (line: PaperLine) => ({
  taxable_paise: BigInt(line.taxable_paise),
  cgst_paise: BigInt(line.cgst_paise),
  sgst_paise: BigInt(line.sgst_paise),
  igst_paise: BigInt(line.igst_paise),
  platform_paise: 0n,
});

/** Rupees with their paise as a number of JSON: the decimal that is written, so exact up to ninety lakh crore. */
export const inRupees = (paise: Paise): number => Number(`${paise / 100n}.${String(paise % 100n).padStart(2, '0')}`);

/** Of one piece, three places after the point as the form has them. */
function pieceOf(whole_paise: Paise, quantity: number): number {
  const tenths = divideHalfUp(whole_paise * 10n, BigInt(quantity));
  return Number(`${tenths / 1_000n}.${String(tenths % 1_000n).padStart(3, '0')}`);
}

/** `23/11/2026`, in India. */
export const dayOf = (at: Date): string => istDay(at).split('-').reverse().join('/');

/** The portal takes neither this sign nor that, and no longer words. */
export const said = (text: string, most: number): string =>
  text.replaceAll('"', "'").replaceAll('\\', '/').trim().slice(0, most);

const placeIn = (place: string, state: string): string =>
  place.trim().length < 3 ? stateNames(state).en : said(place, 50);
