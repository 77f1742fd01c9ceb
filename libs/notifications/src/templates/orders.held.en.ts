import type { Wordings } from '../domain/wordings.js';

export const ordersHeldEn: Wordings<'orders.held'> = {
  maker: {
    subject: 'Order {order} must wait',
    text: 'The shopper’s bank asks about the payment of order {order}. Keep the parcel with you: it may go when the bank has left the money here. You are told either way.',
    sms: 'ODOP Bazaar: order {order} must wait, a bank asks about its payment. Do not send it yet.',
  },
};
