import type { Wordings } from '../domain/wordings.js';

export const sellersPayoutAccountConfirmedEn: Wordings<'sellers.payout_account_confirmed'> = {
  maker: {
    subject: 'Your bank account was confirmed',
    text: 'An officer has compared the bank account of {shop} and confirmed it. Your money goes there from now on.',
    sms: 'ODOP Bazaar: the bank account of {shop} was confirmed. Your money goes there.',
  },
};
