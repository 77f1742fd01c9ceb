import type { Wordings } from '../domain/wordings.js';

export const ordersReleasedEn: Wordings<'orders.released'> = {
  maker: {
    subject: 'Order {order} goes on',
    text: 'The bank has decided: order {order} goes on. Please send it as usual.',
    sms: 'ODOP Bazaar: order {order} goes on, please send it.',
  },
};
