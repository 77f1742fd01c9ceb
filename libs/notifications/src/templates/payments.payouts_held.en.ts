import type { Wordings } from '../domain/wordings.js';

export const paymentsPayoutsHeldEn: Wordings<'payments.payouts_held'> = {
  maker: {
    subject: 'Your payouts wait',
    text: 'Our payments desk has to look into something before we pay you again. What you have earned stays yours and is shown in your statement; payouts go on when it is settled.',
    sms: 'ODOP Bazaar: your payouts wait while our payments desk looks into something. Your money is safe.',
  },
};
