import type { Wordings } from '../domain/wordings.js';

export const taxEwayBillWaitsEn: Wordings<'tax.eway_bill_waits'> = {
  maker: {
    subject: '{number} still waits for its e-way bill',
    text: 'The goods of {number} need an e-way bill and have none since {since}. Do not hand them over before. If it was refused, put right what its page among your papers says and ask again; else we go on trying.',
    sms: 'ODOP Bazaar: {number} has no e-way bill since {since}. Do not send the goods yet.',
  },
  officer: {
    subject: 'An e-way bill is late',
    text: 'The goods of {number} of a maker need an e-way bill and have none since {since}. See whether the portal answers, or help her to put it right.',
    sms: 'ODOP Bazaar: no e-way bill for {number} since {since}.',
  },
};
