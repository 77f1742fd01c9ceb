import type { Wordings } from '../domain/wordings.js';

export const sellersPayoutAccountRefusedEn: Wordings<'sellers.payout_account_refused'> = {
  maker: {
    subject: 'Your bank account was not accepted',
    text: 'The bank account given for {shop} could not be accepted: open it in your shop to read why. Nothing is paid out until you have given another one.',
    sms: 'ODOP Bazaar: the bank account of {shop} was not accepted. Please give another one.',
  },
};
