import type { Wordings } from '../domain/wordings.js';

export const ordersWaitsEn: Wordings<'orders.waits'> = {
  officer: {
    subject: 'Order {order} waits longer than it should',
    text: 'Nobody has moved order {order} since {since}. Please find out what it waits for: its maker, its courier or its refund.',
    sms: 'ODOP Bazaar: order {order} waits since {since}. Please look at it.',
  },
};
