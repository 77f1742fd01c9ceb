import type { Wordings } from '../domain/wordings.js';

export const ordersReturnLostEn: Wordings<'orders.return_lost'> = {
  shopper: {
    subject: 'What you returned of order {order} was lost',
    text: 'The courier lost the goods of order {order} on their way back, or broke them. You did your part: you get what you asked for all the same.',
    sms: 'ODOP Bazaar: the courier lost the return of order {order}. You get what you asked for all the same.',
  },
  maker: {
    subject: 'The courier lost goods of order {order} on their way to you',
    text: 'Goods of order {order} that were on their way back to you were lost or broken by the courier. The buyer has what she asked for; the desk asks the courier to answer for the goods and writes to you.',
    sms: 'ODOP Bazaar: the courier lost goods of order {order} on their way back to you. The desk writes to you.',
  },
  officer: {
    subject: 'A courier lost a return of order {order}',
    text: 'The courier lost goods of order {order} worth {amount} on their way back to their maker, or broke them. Its number for them: {tracking}. Claim them from the courier.',
    sms: 'ODOP Bazaar: a courier lost a return of order {order}, parcel {tracking}. Please claim {amount}.',
  },
};
