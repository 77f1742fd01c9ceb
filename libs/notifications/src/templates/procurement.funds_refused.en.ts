import type { Wordings } from '../domain/wordings.js';

export const procurementFundsRefusedEn: Wordings<'procurement.funds_refused'> = {
  buyer: {
    subject: 'No money for demand: {title}',
    text: 'The payer did not set aside the money for the demand “{title}”. It is back with the competent authority; the payer’s reason stands in the demand.',
    sms: 'ODOP Bazaar: the payer set aside no money for the demand "{title}". See the reason there.',
  },
  authority: {
    subject: 'No money for demand: {title}',
    text: 'The payer did not set aside the money for the demand “{title}” that was approved. It waits for you again: approve it anew once the payer’s reason, which stands in the demand, is mended, or return it.',
    sms: 'ODOP Bazaar: the payer set aside no money for the demand "{title}". It waits for you again.',
  },
};
