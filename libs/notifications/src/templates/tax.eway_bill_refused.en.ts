import type { Wordings } from '../domain/wordings.js';

export const taxEwayBillRefusedEn: Wordings<'tax.eway_bill_refused'> = {
  maker: {
    subject: 'No e-way bill was made for {number}',
    text: 'The government’s portal has made no e-way bill for the goods of {number}: code {code}. Do not hand them over: without it they must not move. Among your papers it says what is wrong and what you can do; then ask again there.',
    sms: 'ODOP Bazaar: no e-way bill for {number} (code {code}). Do not send the goods yet. See your papers.',
  },
  officer: {
    subject: 'An e-way bill was not made',
    text: 'The portal has made no e-way bill for {number} of a maker: code {code}. Her goods wait. She has been told what to do; help her where it is ours to put right.',
    sms: 'ODOP Bazaar: no e-way bill for {number} (code {code}).',
  },
};
