import { inDigits, inWords, type Paise } from '#platform/money';
import type { PrintedPaper, Said } from '#platform/print';
import { istDay } from '#platform/time';
import type { Acceptance } from '../data/acceptances.repository.js';
import type { Bill } from '../data/bills.repository.js';
import type { Contract } from '../data/contracts.repository.js';
import type { PaymentClock } from './payment-clock.js';

/** What a late payment is claimed with: the purchase as the platform recorded it, and what its lateness costs. */
export interface Claim {
  contract: Contract;
  acceptance: Acceptance;
  bill: Bill | null;
  clock: PaymentClock;
  seller: string;
  office: string;
  at: Date;
}

const dayOf = (at: Date | string): string => (typeof at === 'string' ? at : istDay(at)).split('-').reverse().join('-');
const rupeesOf = (amount_paise: Paise): string => `₹${inDigits(amount_paise)}`;

/** @param copy  drawn by lot, see `PrintedPaper` @rule   */
export function claimSheet(claim: Claim, copy: string): PrintedPaper {
  const { contract, clock, at } = claim;
  const months = clock.supplier?.months ?? [];
  const interest_paise = clock.supplier?.interest_paise ?? 0n;
  const total_paise = interest_paise + (clock.paid_at === null ? clock.net_paise : 0n);
  const amount = { width: 12, align: 'right' } as const;
  return {
    ...{ title: 'Late payment statement भुगतान विलंब विवरण', number: contract.number, madeAt: at, copy },
    remarks: ['From the records of ODOP Bazaar. ODOP बाज़ार के अभिलेख से।'],
    facts: evidenceOf(claim),
    parties: [
      { label: 'Seller विक्रेता', lines: [claim.seller, ...(clock.supplier ? [sizes[clock.supplier.size]] : [])] },
      { label: 'Buyer क्रेता', lines: [claim.office] },
    ],
    columns: [
      { title: 'Days दिन', width: 14 },
      { title: 'Owed बकाया ₹', ...amount },
      { title: 'Yearly rate वार्षिक दर %', ...amount },
      { title: 'Interest ब्याज ₹', ...amount },
    ],
    rows: months.map((month) => [
      `${dayOf(month.from)} – ${dayOf(month.to)}`,
      inDigits(month.owed_paise),
      (month.yearly_bp / 100).toFixed(2),
      inDigits(month.interest_paise),
    ]),
    totals: [
      ...(clock.paid_at === null ? [{ label: 'Unpaid अदत्त', text: rupeesOf(clock.net_paise) }] : []),
      ...(clock.supplier ? [{ label: 'Interest of the seller विक्रेता का ब्याज', text: rupeesOf(interest_paise) }] : []),
      { label: `Due on ${dayOf(at)} को देय`, text: rupeesOf(total_paise) },
    ],
    notes: [`In words: ${inWords(total_paise, 'en')}`, `शब्दों में: ${inWords(total_paise, 'hi')}`, ...lawsOf(clock)],
    codes: [],
  };
}

const sizes = { micro: 'Micro enterprise सूक्ष्म उद्यम', small: 'Small enterprise लघु उद्यम' } as const;

function evidenceOf({ contract, acceptance, bill, clock }: Claim): Said[] {
  const { accepted, rejected, short } = acceptance;
  const certificate =
    acceptance.state === 'deemed_accepted' ? 'by lapse of time समय बीतने से' : 'of the consignee प्रेषिती का';
  const said = (label: string, text: string): Said => ({ label, text });
  return [
    said('Contract अनुबंध', `${contract.number}, ${dayOf(contract.made_at)}`),
    said('Sanction स्वीकृति', contract.sanction_number),
    said('Goods माल', `${contract.quantity} × ${contract.title}`),
    said('Expected by अपेक्षित', dayOf(contract.deliver_by)),
    said('Delivered पहुँचा', dayOf(acceptance.delivered_at)),
    ...(acceptance.received_at ? [said('Receipt certified प्राप्ति', dayOf(acceptance.received_at))] : []),
    said(
      'Acceptance स्वीकृति प्रमाणपत्र',
      `${dayOf(clock.accepted_at)} ${certificate}: ${accepted} accepted, ${rejected} rejected, ${short} short`,
    ),
    said('Accepted value स्वीकृत मूल्य', rupeesOf(clock.gross_paise)),
    said('Damages for delay विलंब शुल्क', `${rupeesOf(clock.damages_paise)} (${clock.late_days} days दिन)`),
    said('Last day to pay भुगतान की अंतिम तिथि', dayOf(clock.pay_by)),
    said('Bill बिल', bill === null ? 'not raised नहीं बना' : `${bill.number}, ${dayOf(bill.made_at)}`),
    said(
      'Paid भुगतान',
      clock.paid_at === null
        ? 'not yet अभी नहीं'
        : `${dayOf(clock.paid_at)}, UTR ${clock.utr}, ${rupeesOf(clock.net_paise)}`,
    ),
    said('Late by विलंब', `${clock.overdue_days} days दिन`),
  ];
}

const lawsOf = ({ supplier, penal }: PaymentClock): string[] => [
  ...(supplier === null
    ? []
    : [
        'The seller’s interest: MSMED Act 2006, sections 15 and 16, at a multiple of the bank rate with monthly rests. It is claimed before the Micro and Small Enterprises Facilitation Council of her State.',
        'विक्रेता का ब्याज: एमएसएमईडी अधिनियम 2006, धारा 15 और 16। दावा राज्य की सुविधा परिषद में किया जाता है।',
      ]),
  ...(penal === null
    ? []
    : [
        `Beside it the buyer owes ${rupeesOf(penal.interest_paise)} to the platform’s account for approved uses, ${penal.per_month_bp / 100} % a month; this is not the seller’s.`,
      ]),
];
