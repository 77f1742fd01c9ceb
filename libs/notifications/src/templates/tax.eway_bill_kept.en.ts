import type { Wordings } from '../domain/wordings.js';

export const taxEwayBillKeptEn: Wordings<'tax.eway_bill_kept'> = {
  maker: {
    subject: 'The e-way bill of {number} still stands',
    text: 'The goods of {number} will not move, but the government’s portal has not cancelled their e-way bill: code {code}. Do not use its number. Keep your papers: they show that the goods stayed.',
    sms: 'ODOP Bazaar: the e-way bill of {number} was not cancelled (code {code}). Do not use it.',
  },
  officer: {
    subject: 'An e-way bill was not cancelled',
    text: 'The portal has not cancelled the e-way bill of {number}: code {code}. Its goods do not move. See whether something is to be put right there.',
    sms: 'ODOP Bazaar: e-way bill of {number} not cancelled (code {code}).',
  },
};
