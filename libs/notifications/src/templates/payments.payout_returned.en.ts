import type { Wordings } from '../domain/wordings.js';

export const paymentsPayoutReturnedEn: Wordings<'payments.payout_returned'> = {
  maker: {
    subject: '{amount} came back from your bank',
    text: 'Your bank sent our payment of {amount} back. The money is owed to you as before and nothing is lost. Please check the bank account in your shop’s particulars; our payments desk pays you again as soon as it is right.',
    sms: 'ODOP Bazaar: your bank sent {amount} back. Nothing is lost. Please check your bank account.',
  },
};
