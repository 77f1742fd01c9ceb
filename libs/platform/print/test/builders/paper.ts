import type { PrintedPaper } from '../../src/index.js';

/** A paper with something of everything. */
export const paper: PrintedPaper = {
  ...{ title: 'Tax invoice कर बीजक', number: 'INV/26-27/000001', copy: '00'.repeat(16) },
  madeAt: new Date('2026-11-23T06:00:00Z'),
  remarks: ['Composition taxable person, not eligible to collect tax on supplies'],
  facts: [{ label: 'Place of supply आपूर्ति का स्थान', text: '10 Bihar बिहार' }],
  parties: [
    { label: 'From', lines: ['क्षत्रिय हथकरघा समिति', 'पिनकोड 812001'] },
    { label: 'To', lines: ['Farah Test', 'வணக்கம் தெரு 1'] },
  ],
  columns: [
    { title: 'No. क्र.', width: 1, align: 'right' },
    { title: 'Goods माल', width: 5 },
    { title: 'Value मूल्य', width: 2, align: 'right' },
  ],
  rows: [['1', ['Silk stole भागलपुरी रेशमी दुपट्टा', 'HSN 6214'], '1,04,395.00']],
  totals: [{ label: 'Total कुल', text: '₹1,04,395.00' }],
  notes: ['एक लाख चार हज़ार तीन सौ पचानवे रुपये मात्र', 'No signature is needed हस्ताक्षर आवश्यक नहीं'],
  codes: [{ label: 'IRN', text: 'https://example.in/irn' }],
};

/** Texts that must come out of it as they went in. */
export const source = [
  ...['क्षत्रिय हथकरघा समिति', 'आपूर्ति का स्थान', 'भागलपुरी रेशमी दुपट्टा', 'एक लाख चार हज़ार तीन सौ पचानवे रुपये मात्र'],
  ...['வணக்கம் தெரு 1', '₹1,04,395.00', 'Composition taxable person', 'No signature is needed हस्ताक्षर आवश्यक नहीं'],
];
