import type { Wordings } from '../domain/wordings.js';

export const taxDebitNoteIssuedEn: Wordings<'tax.debit_note_issued'> = {
  maker: {
    subject: 'Debit note {number} was issued for you',
    text: 'Your invoice {invoice} said too little value or tax. Two officers of the payments desk have issued debit note {number} for you, with {tax} of tax that was missing. The shopper pays nothing more, and nothing is taken from your payouts: the tax is between you and the tax office. The note stands among your papers and in your month for the return.',
    sms: 'ODOP Bazaar: debit note {number} to invoice {invoice} was issued, tax {tax}. See your papers.',
  },
};
