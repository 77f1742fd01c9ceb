import type { Wordings } from '../domain/wordings.js';

export const ordersReturnAnsweredEn: Wordings<'orders.return_answered'> = {
  approved: {
    subject: 'Your return for order {order} is accepted',
    text: 'You may send the goods of order {order} back. Once they are with the maker, your money goes back the way you paid.',
    sms: 'ODOP Bazaar: your return for order {order} is accepted. Please send the goods back.',
  },
  exchanged: {
    subject: 'Your exchange for order {order} is accepted',
    text: 'You may send the goods of order {order} back. What you want in exchange is kept for you and is sent once the goods are with the maker. You pay nothing.',
    sms: 'ODOP Bazaar: your exchange for order {order} is accepted. Please send the goods back.',
  },
  refunded_instead: {
    subject: 'Your return for order {order} is accepted, with a refund',
    text: 'You may send the goods of order {order} back. What you wanted in exchange is not to be had any more, so once they are with the maker your money goes back the way you paid.',
    sms: 'ODOP Bazaar: your return for order {order} is accepted. The exchange is sold out; you are refunded.',
  },
  rejected: {
    subject: 'Your return for order {order} is not accepted',
    text: 'The maker does not take the goods of order {order} back. Open the order to read why. If you think this is wrong, write to customer care.',
    sms: 'ODOP Bazaar: your return for order {order} is not accepted. Open the order to read why.',
  },
};
