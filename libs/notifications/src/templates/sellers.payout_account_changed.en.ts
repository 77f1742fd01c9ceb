import type { Wordings } from '../domain/wordings.js';

export const sellersPayoutAccountChangedEn: Wordings<'sellers.payout_account_changed'> = {
  maker: {
    subject: 'Your bank account was changed',
    text: 'The bank account of {shop} was changed on {at}. To keep your money safe, we pay nothing out until {rests_until}. If that was you, all is well. If not, tell our help desk at once.',
    sms: 'ODOP Bazaar: your bank account was changed. Nothing is paid out until {rests_until}. Not you? Tell our help desk at once.',
  },
};
