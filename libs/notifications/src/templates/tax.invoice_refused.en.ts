import type { Wordings } from '../domain/wordings.js';

export const taxInvoiceRefusedEn: Wordings<'tax.invoice_refused'> = {
  maker: {
    subject: 'The government’s portal has not taken {number}',
    text: 'The government’s portal for invoices has not registered {number}: code {code}. Until it is registered it is not printed. Among your papers it says what is wrong and what you can do; then send it again there.',
    sms: 'ODOP Bazaar: invoice {number} was not registered by the GST portal (code {code}). See your papers.',
  },
  officer: {
    subject: 'An invoice was not registered',
    text: 'The invoice portal has not registered {number} of a maker: code {code}. She has been told what to do; help her where it is ours to put right.',
    sms: 'ODOP Bazaar: invoice {number} was not registered (code {code}).',
  },
};
