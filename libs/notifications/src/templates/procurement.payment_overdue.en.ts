import type { Wordings } from '../domain/wordings.js';

export const procurementPaymentOverdueEn: Wordings<'procurement.payment_overdue'> = {
  maker: {
    subject: 'Contract {contract}: payment is late',
    text: 'The office had until {due} to pay {amount} for contract {contract}. Its paying authority and head have been told. From now on interest runs: open the contract’s payment clock to see what the office owes, and what the law gives to a micro or small enterprise.',
    sms: 'ODOP Bazaar: payment of contract {contract} is late: {amount}, due {due}. See what you may claim in its payment clock.',
  },
};
