import type { Wordings } from '../domain/wordings.js';

export const ordersConfirmedEn: Wordings<'orders.confirmed'> = {
  shopper: {
    subject: 'Order {order} is confirmed',
    text: 'The maker has confirmed order {order} and is getting it ready for you. We write again when it is on its way.',
    sms: 'ODOP Bazaar: the maker has confirmed order {order}.',
  },
};
