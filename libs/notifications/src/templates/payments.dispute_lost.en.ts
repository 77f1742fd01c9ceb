import type { Wordings } from '../domain/wordings.js';

export const paymentsDisputeLostEn: Wordings<'payments.dispute_lost'> = {
  officer: {
    subject: 'A bank took {amount} back',
    text: 'The bank decided for the shopper and took {amount} back. The sales of that checkout bear it, each its share.',
    sms: 'ODOP Bazaar: a bank decided for the shopper and took {amount} back.',
  },
};
