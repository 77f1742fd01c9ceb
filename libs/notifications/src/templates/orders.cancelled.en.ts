import type { Wordings } from '../domain/wordings.js';

export const ordersCancelledEn: Wordings<'orders.cancelled'> = {
  maker: {
    subject: 'Order {order} is cancelled',
    text: 'Order {order} is cancelled: {why}. Please do not send it. Your pieces are on sale again.',
    sms: 'ODOP Bazaar: order {order} is cancelled: {why}. Please do not send it.',
  },
  shopper: {
    subject: 'Order {order} is cancelled',
    text: 'Order {order} is cancelled: {why}. The whole amount of {refund} goes back the way you paid. We write again when your bank has it.',
    sms: 'ODOP Bazaar: order {order} is cancelled. {refund} goes back to you.',
  },
  shopper_cash: {
    subject: 'Order {order} is cancelled',
    text: 'Order {order} is cancelled: {why}. You have paid nothing for it, and nothing is to be paid.',
    sms: 'ODOP Bazaar: order {order} is cancelled. Nothing is to be paid.',
  },
};
