import type { Wordings } from '../domain/wordings.js';

export const paymentsPayoutFailedEn: Wordings<'payments.payout_failed'> = {
  maker: {
    subject: 'We could not pay you yet',
    text: 'Your bank did not take our payment. Your money is safe with us. Please check the bank account in your shop’s particulars; we try again when it is right.',
    sms: 'ODOP Bazaar: your bank did not take our payment. Your money is safe. Please check your bank account.',
  },
};
