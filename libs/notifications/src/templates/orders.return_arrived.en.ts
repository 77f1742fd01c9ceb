import type { Wordings } from '../domain/wordings.js';

export const ordersReturnArrivedEn: Wordings<'orders.return_arrived'> = {
  maker: {
    subject: 'Goods of order {order} are back with you',
    text: 'The courier has brought goods of order {order} back to you. Look at them and say by {due} whether they can be sold again. If you say nothing until then they count as received.',
    sms: 'ODOP Bazaar: goods of order {order} are back with you. Please say by {due} whether they can be sold again.',
  },
  shopper: {
    subject: 'What you returned of order {order} has arrived',
    text: 'The goods of order {order} are with their maker. She looks at them now; then you get what you asked for.',
    sms: 'ODOP Bazaar: what you returned of order {order} has arrived with its maker.',
  },
};
