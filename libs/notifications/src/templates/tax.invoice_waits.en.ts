import type { Wordings } from '../domain/wordings.js';

export const taxInvoiceWaitsEn: Wordings<'tax.invoice_waits'> = {
  maker: {
    subject: '{number} still waits for the government’s portal',
    text: '{number} must be registered with the government’s portal for invoices and is not since {since}. If it was refused, put right what its page among your papers says and send it again; else we go on trying.',
    sms: 'ODOP Bazaar: invoice {number} is not registered with the GST portal since {since}.',
  },
  officer: {
    subject: 'An invoice is registered late',
    text: '{number} of a maker must be registered with the invoice portal and is not since {since}. See whether the portal answers, or help her to put it right.',
    sms: 'ODOP Bazaar: invoice {number} is not registered since {since}.',
  },
};
