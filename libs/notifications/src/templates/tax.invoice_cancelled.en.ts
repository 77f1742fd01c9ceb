import type { Wordings } from '../domain/wordings.js';

export const taxInvoiceCancelledEn: Wordings<'tax.invoice_cancelled'> = {
  maker: {
    subject: 'Your invoice {number} is cancelled at the government’s portal',
    text: 'The government’s portal for invoices says that {number} was cancelled there. Here it stays as it was issued, and its goods are sold. The portal takes no number and no note of it any more: report the supply in your return by hand, or ask the payments desk if you did not cancel it.',
    sms: 'ODOP Bazaar: invoice {number} was cancelled at the GST portal. See your papers.',
  },
  officer: {
    subject: 'An invoice was cancelled at the portal',
    text: 'A maker’s invoice {number} was cancelled at the invoice portal. It stands in the books here, and no note of it can be registered. She has been told; ask her what was wrong.',
    sms: 'ODOP Bazaar: invoice {number} was cancelled at the GST portal.',
  },
};
