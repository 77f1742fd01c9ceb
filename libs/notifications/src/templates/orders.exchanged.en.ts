import type { Wordings } from '../domain/wordings.js';

export const ordersExchangedEn: Wordings<'orders.exchanged'> = {
  maker: {
    subject: 'Please send order {exchange} in exchange',
    text: 'The goods of order {order} are back with you. What the buyer gets for them is order {exchange}: please pack and send it. It is paid for by order {order}.',
    sms: 'ODOP Bazaar: order {exchange} is in exchange for goods of order {order}. Please send it.',
  },
  shopper: {
    subject: 'Order {exchange} comes in exchange',
    text: 'The maker has the goods of order {order} back. What you get for them is order {exchange}; you pay nothing. We write again when it is on its way.',
    sms: 'ODOP Bazaar: order {exchange} comes in exchange for goods of order {order}. You pay nothing.',
  },
  cheaper: {
    subject: 'Order {exchange} comes in exchange, and {refund} goes back to you',
    text: 'The maker has the goods of order {order} back. What you get for them is order {exchange}. It costs less: {refund} goes back the way you paid.',
    sms: 'ODOP Bazaar: order {exchange} comes in exchange for goods of order {order}. {refund} goes back to you.',
  },
  guest: {
    subject: 'Order {exchange} comes in exchange',
    text: 'The maker has the goods of order {order} back. What you get for them is order {exchange}; you pay nothing, and what it costs less goes back the way you paid. Follow it here: {link}',
    sms: 'ODOP Bazaar: your order in exchange: {link}',
  },
};
