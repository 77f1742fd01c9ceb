import type { Wordings } from '../domain/wordings.js';

export const ordersWaitsEn: Wordings<'orders.waits'> = {
  officer: {
    subject: 'Order {order} waits longer than it should',
    text: 'Nobody has moved order {order} since {since}. Please find out what it waits for: its maker, its courier or its refund.',
    sms: 'ODOP Bazaar: order {order} waits since {since}. Please look at it.',
  },
  officer_unplaced: {
    subject: 'Order {order} is paid for and not placed',
    text: 'The money for order {order} is here since {since}, and the order is not placed. Please see whether a worker runs and whether its work failed; the shopper waits for her goods or her money.',
    sms: 'ODOP Bazaar: order {order} is paid since {since} and not placed. Please look at it now.',
  },
};
