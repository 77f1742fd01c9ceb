import { gstCodeOf, stateNames } from '#platform/identifiers';
import { inDigits, inWords } from '#platform/money';
import type { PrintColumn, PrintedPaper, PrintRow, Said } from '#platform/print';
import { istDay } from '#platform/time';
import { dueOf, remarkOf, titleOf, type DocumentKind } from './document.js';
import type { PaperLine, TaxPaper } from './tax-paper.js';
import { stateTaxName } from './supply.js';

const titlesInHindi: Readonly<Record<string, string>> = {
  'Credit note': 'जमा पत्र',
  'Debit note': 'नामे नोट',
  'Bill of supply': 'आपूर्ति बिल',
  'Invoice-cum-bill of supply': 'बीजक सह आपूर्ति बिल',
  'Tax invoice': 'कर बीजक',
};
const remarkInHindi = 'प्रशमन कराधेय व्यक्ति, आपूर्ति पर कर वसूलने का पात्र नहीं';

/**
 * What the law wants on a paper, in English and Hindi, ready to be printed. A bill of supply has no columns of tax.
 * @param copy  drawn by lot, see `PrintedPaper`
 * @param upi  what its code to pay says; null: it bears none
 * @rule  
 */
export function sheetOf(paper: TaxPaper, copy: string, upi: string | null): PrintedPaper {
  const title = titleOf(paper.kind, paper.lines);
  const remark = remarkOf(paper.seller_gst);
  const total = BigInt(paper.total_paise);
  return {
    ...{ title: `${title} ${titlesInHindi[title]!}`, number: paper.number, madeAt: paper.issued_at, copy },
    remarks: remark === null ? [] : [remark, remarkInHindi],
    facts: factsOf(paper),
    parties: [
      { label: 'Supplier आपूर्तिकर्ता', lines: supplierLines(paper) },
      { label: 'Recipient प्राप्तकर्ता', lines: recipientLines(paper) },
    ],
    columns: columnsOf(paper),
    rows: paper.lines.map((line, i) => rowOf(paper, line, i + 1)),
    totals: totalsOf(paper),
    notes: [
      `In words: ${inWords(total, 'en')}`,
      `शब्दों में: ${inWords(total, 'hi')}`,
      'Made and kept by the computer of ODOP Bazaar, for the supplier; its fingerprint is kept with it. कंप्यूटर से बना, हस्ताक्षर की आवश्यकता नहीं।',
    ],
    codes: [
      ...(paper.registration?.signedQr ? [{ label: 'IRN', text: paper.registration.signedQr }] : []),
      ...(upi === null ? [] : [{ label: 'Pay instead of cash नकद के बदले भुगतान', text: upi }]),
    ],
  };
}

const dayOf = (at: Date): string => istDay(at).split('-').reverse().join('-');

const placeOf = (state: string): string => {
  const { en, hi } = stateNames(state);
  return `${gstCodeOf(state)} ${en} ${hi}`;
};

function factsOf(paper: TaxPaper): Said[] {
  const facts = [
    { label: 'Number क्रमांक', text: paper.number },
    { label: 'Date दिनांक', text: dayOf(paper.issued_at) },
  ];
  if (paper.corrects !== null) {
    const { number, issued_at } = paper.corrects;
    facts.push({ label: 'Of the invoice मूल बीजक', text: `${number}, ${dayOf(issued_at)}` });
  }
  if (paper.registration !== null) {
    const { irn, ackNumber, ackAt } = paper.registration;
    facts.push({ label: 'IRN बीजक संदर्भ संख्या', text: irn });
    facts.push({ label: 'Acknowledged पावती', text: `${ackNumber}, ${dayOf(ackAt)}` });
  }
  return [
    ...facts,
    { label: 'Place of supply आपूर्ति का स्थान', text: placeOf(paper.to_state) },
    { label: 'Tax payable on reverse charge प्रतिलोम प्रभार', text: 'No नहीं' },
    ...paymentOf(paper),
  ];
}

function paymentOf({ paid_when, payment_reference, ...paper }: TaxPaper): Said[] {
  if (payment_reference === null) return [];
  if (paid_when === 'before')
    return [
      { label: 'Paid before the goods left, order अग्रिम भुगतान, आदेश', text: payment_reference },
      ...transactionOf(paper),
    ];
  const text = `₹${inDigits(dueOf(paper))}, ${payment_reference}`;
  return [{ label: 'To be paid at the door, order द्वार पर देय, आदेश', text }];
}

const modes: Readonly<Record<string, string>> = { upi: 'UPI', card: 'card कार्ड' };

function transactionOf({
  transaction_id,
  paid_by,
  paid_at,
}: Pick<TaxPaper, 'transaction_id' | 'paid_by' | 'paid_at'>): Said[] {
  if (transaction_id === null || paid_by === null || paid_at === null) return [];
  const text = `${modes[paid_by] ?? paid_by}, ${transaction_id}, ${dayOf(paid_at)}`;
  return [{ label: 'Payment भुगतान', text }];
}

function supplierLines({ supplier, from_state, gstin }: TaxPaper): string[] {
  const named = supplier === null ? [] : [supplier.name, supplier.line, `${supplier.place} ${supplier.pincode}`];
  return [...named, placeOf(from_state), gstin === null ? 'GSTIN: none कोई नहीं' : `GSTIN: ${gstin}`];
}

function recipientLines({ recipient, recipient_gstin, to_state }: TaxPaper): string[] {
  if (recipient === null)
    return [recipient_gstin === null ? 'Unregistered अपंजीकृत' : 'Registered पंजीकृत', placeOf(to_state)];
  const standing = recipient_gstin === null ? 'Unregistered अपंजीकृत' : `GSTIN: ${recipient_gstin}`;
  return [recipient.name, recipient.street, recipient.pincode, placeOf(to_state), standing];
}

const bearsTax = (kind: DocumentKind, paper: TaxPaper): boolean =>
  kind === 'tax_invoice' ||
  ((kind === 'credit_note' || kind === 'debit_note') && paper.lines.some((line) => line.rate_bp > 0));

function columnsOf(paper: TaxPaper): PrintColumn[] {
  const first: PrintColumn[] = [
    { title: 'No. क्र.', width: 3, align: 'right' },
    { title: 'Goods माल', width: 20 },
    { title: 'HSN', width: 6 },
    { title: 'Qty मात्रा', width: 7, align: 'right' },
    { title: 'Price मूल्य ₹', width: 9, align: 'right' },
    { title: 'Discount छूट ₹', width: 9, align: 'right' },
    { title: 'Carriage भाड़ा ₹', width: 9, align: 'right' },
  ];
  if (!bearsTax(paper.kind, paper)) return [...first, { title: 'Value राशि ₹', width: 11, align: 'right' }];
  return [
    ...first,
    { title: 'Taxable कर योग्य ₹', width: 10, align: 'right' },
    { title: 'Rate दर', width: 6, align: 'right' },
    { title: 'Tax कर ₹', width: 9, align: 'right' },
    { title: 'Total कुल ₹', width: 10, align: 'right' },
  ];
}

function rowOf(paper: TaxPaper, line: PaperLine, n: number): PrintRow {
  const tax = BigInt(line.cgst_paise) + BigInt(line.sgst_paise) + BigInt(line.igst_paise);
  const total = BigInt(line.taxable_paise) + tax;
  const first = [
    ...[String(n), line.title, line.hsn, `${line.quantity} ${line.uqc}`],
    ...[line.gross_paise, line.discount_paise, line.freight_paise].map(digits),
  ];
  if (!bearsTax(paper.kind, paper)) return [...first, inDigits(total)];
  return [...first, digits(line.taxable_paise), percent(line.rate_bp), inDigits(tax), inDigits(total)];
}

function totalsOf(paper: TaxPaper): Said[] {
  const says = (label: string, paise: string): Said => ({ label, text: `₹${digits(paise)}` });
  const half = stateTaxName(paper.to_state);
  const taxes =
    paper.supply === 'inter'
      ? [says('IGST एकीकृत कर', paper.igst_paise)]
      : [says('CGST केंद्रीय कर', paper.cgst_paise), says(`${half} राज्य कर`, paper.sgst_paise)];
  const bears = bearsTax(paper.kind, paper);
  return [
    ...(bears ? [says('Taxable value कर योग्य मूल्य', paper.taxable_paise), ...taxes] : []),
    says('Total कुल राशि', paper.total_paise),
    ...(BigInt(paper.platform_paise) > 0n
      ? [says('Of it paid by ODOP Bazaar मंच द्वारा भुगतान', paper.platform_paise)]
      : []),
  ];
}

const digits = (paise: string): string => inDigits(BigInt(paise));
const percent = (rate_bp: number): string => `${rate_bp / 100}%`;
