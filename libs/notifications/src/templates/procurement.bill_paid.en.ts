import type { Wordings } from '../domain/wordings.js';

export const procurementBillPaidEn: Wordings<'procurement.bill_paid'> = {
  maker: {
    subject: 'Contract {contract} is paid: {amount}',
    text: 'The government has paid the bill of contract {contract}: {amount} to your bank account. The bank’s reference (UTR) is {utr}.',
    sms: 'ODOP Bazaar: contract {contract} is paid, {amount}, UTR {utr}.',
  },
};
