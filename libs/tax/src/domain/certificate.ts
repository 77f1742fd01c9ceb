import { gstCodeOf, stateNames } from '#platform/identifiers';
import { assert } from '#platform/kernel';
import { inDigits, inWords, sumPaise, type Paise } from '#platform/money';
import type { PrintedPaper, PrintRow, Said } from '#platform/print';
import { financialYear, istDay, startOfIstDay } from '#platform/time';
import { nextMonth, type Month } from './month.js';

/** Certificates a maker gets: of GST that was collected at source of her sales, and of income tax that was withheld. */
export const certificateKinds = ['collected', 'withheld'] as const;
export type CertificateKind = (typeof certificateKinds)[number];

export const periods = ['Q1', 'Q2', 'Q3', 'Q4', 'year'] as const;
export type Period = (typeof periods)[number];

/** A part of a financial year that a certificate is of. */
export interface CertifiedPeriod {
  /** `2026-27` */
  year: string;
  period: Period;
}

const prefixes: Record<CertificateKind, string> = { collected: 'TCS', withheld: 'ITS' };

/** @param n  place in the series of its kind and year, from 1 @rule  */
export function certificateNumber(kind: CertificateKind, year: string, n: number): string {
  assert(n >= 1 && n <= 999_999, 'a series of a year has so many numbers');
  return `${prefixes[kind]}/${year.slice(2)}/${String(n).padStart(6, '0')}`;
}

/** The months of a period, `2026-10`, in their order; India's calendar. @rule */
export function monthsOf({ year, period }: CertifiedPeriod): string[] {
  const april = `${year.slice(0, 4)}-04`;
  const months = [april];
  while (months.length < 12) months.push(nextMonth(months.at(-1)!));
  const quarter = periods.indexOf(period);
  return period === 'year' ? months : months.slice(3 * quarter, 3 * quarter + 3);
}

export const spanOf = (of: CertifiedPeriod): Month => {
  const months = monthsOf(of);
  return { from: startOfIstDay(`${months[0]!}-01`), before: startOfIstDay(`${nextMonth(months.at(-1)!)}-01`) };
};

/** What ended last: the quarter before this one, and after March the year; the year is of income tax only. */
export function endedBefore(now: Date): { kind: CertificateKind; of: CertifiedPeriod }[] {
  const month = istDay(now).slice(0, 7);
  const year = financialYear(now);
  const quarter = Math.floor(monthsOf({ year, period: 'year' }).indexOf(month) / 3);
  const last = String(Number(year.slice(0, 4)) - 1);
  const before = quarter > 0 ? year : `${last}-${year.slice(2, 4)}`;
  const of: CertifiedPeriod = { year: before, period: periods[(quarter + 3) % 4]! };
  const whole: CertifiedPeriod = { year: before, period: 'year' };
  return [
    { kind: 'collected', of },
    { kind: 'withheld', of },
    ...(quarter === 0 ? [{ kind: 'withheld' as const, of: whole }] : []),
  ];
}

/** What was kept of a maker's sales in a month, less what was given back; paise. */
export interface KeptMonth {
  month: string;
  gross_paise: Paise;
  taxable_paise: Paise;
  cgst_paise: Paise;
  sgst_paise: Paise;
  igst_paise: Paise;
  income_tax_paise: Paise;
}

export interface Certificate extends CertifiedPeriod {
  kind: CertificateKind;
  number: string;
  issuedAt: Date;
  /** Legal basis, of income tax. */
  section: string | null;
  months: readonly KeptMonth[];
}

/** Whom it is for, as the register names her. */
export interface Certified {
  name: string | null;
  gstin: string | null;
  place: string | null;
  pincode: string | null;
  state: string | null;
}

/** What of a month a certificate is of. */
export const keptOf = (kind: CertificateKind, of: KeptMonth): Paise =>
  kind === 'withheld' ? of.income_tax_paise : of.cgst_paise + of.sgst_paise + of.igst_paise;

const titles: Record<CertificateKind, string> = {
  collected: 'Certificate of GST collected at source स्रोत पर संगृहीत जीएसटी प्रमाणपत्र',
  withheld: 'Statement of income tax withheld काटे गए आयकर का विवरण',
};
const laws: Record<CertificateKind, string> = {
  collected: 'CGST Act 2017, section 52',
  withheld: 'Income-tax Act',
};

/** A certificate ready to be printed, month by month, with its sum in words. @param copy  see `PrintedPaper` @rule  */
export function certificateSheet(certificate: Certificate, whom: Certified, copy: string): PrintedPaper {
  const { kind, number, issuedAt, year, period, months, section } = certificate;
  const total = sumPaise(months.map((month) => keptOf(kind, month)));
  const facts: Said[] = [
    { label: 'Number क्रमांक', text: number },
    { label: 'Date दिनांक', text: dayOf(issuedAt) },
    { label: 'Period अवधि', text: `${year} ${period === 'year' ? 'whole year पूरा वर्ष' : period}` },
    { label: 'Law कानून', text: section ?? laws[kind] },
  ];
  const place =
    whom.state === null ? [] : [`${gstCodeOf(whom.state)} ${Object.values(stateNames(whom.state)).join(' ')}`];
  const supplier = [
    ...[whom.name, whom.place === null ? null : `${whom.place} ${whom.pincode ?? ''}`].filter((line) => line !== null),
    ...place,
    whom.gstin === null ? 'GSTIN: none कोई नहीं' : `GSTIN: ${whom.gstin}`,
  ];
  return {
    ...{ title: titles[kind], number, madeAt: issuedAt, copy, remarks: [], facts },
    parties: [
      { label: 'Kept by संग्राहक', lines: ['ODOP Bazaar', 'e-commerce operator ई-वाणिज्य संचालक'] },
      { label: 'Of the sales of विक्रेता', lines: supplier },
    ],
    ...tableOf(kind, months),
    totals: [{ label: 'Total कुल', text: `₹${inDigits(total)}` }],
    notes: [
      `In words: ${inWords(total, 'en')}`,
      `शब्दों में: ${inWords(total, 'hi')}`,
      'Less what was given back for goods that came back; as in the books of ODOP Bazaar. कंप्यूटर से बना, हस्ताक्षर की आवश्यकता नहीं।',
    ],
    codes: [],
  };
}

function tableOf(kind: CertificateKind, months: readonly KeptMonth[]): Pick<PrintedPaper, 'columns' | 'rows'> {
  const amount = (title: string) => ({ title, width: 12, align: 'right' as const });
  const first = { title: 'Month माह', width: 8 };
  const row = (month: string, ...amounts: Paise[]): PrintRow => [month, ...amounts.map(inDigits)];
  if (kind === 'withheld') {
    return {
      columns: [first, amount('Sales credited जमा बिक्री ₹'), amount('Withheld काटा गया ₹')],
      rows: months.map((of) => row(of.month, of.gross_paise, of.income_tax_paise)),
    };
  }
  const heads = ['Net value शुद्ध मूल्य ₹', 'CGST केंद्रीय ₹', 'SGST/UTGST राज्य ₹', 'IGST एकीकृत ₹', 'Total कुल ₹'];
  return {
    columns: [first, ...heads.map(amount)],
    rows: months.map((of) =>
      row(of.month, of.taxable_paise, of.cgst_paise, of.sgst_paise, of.igst_paise, keptOf(kind, of)),
    ),
  };
}

const dayOf = (at: Date): string => istDay(at).split('-').reverse().join('-');
