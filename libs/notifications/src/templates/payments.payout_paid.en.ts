import type { Wordings } from '../domain/wordings.js';

export const paymentsPayoutPaidEn: Wordings<'payments.payout_paid'> = {
  maker: {
    subject: '{amount} is in your bank',
    text: 'We have paid {amount} into your bank account. The bank’s reference (UTR) is {utr}.',
    sms: 'ODOP Bazaar: {amount} paid into your bank account, UTR {utr}.',
  },
};
