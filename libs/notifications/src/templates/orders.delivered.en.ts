import type { Wordings } from '../domain/wordings.js';

export const ordersDeliveredEn: Wordings<'orders.delivered'> = {
  maker: {
    subject: 'Order {order} has arrived',
    text: 'Order {order} has reached the buyer. When the time for returns is over, your money is sent to your bank.',
    sms: 'ODOP Bazaar: order {order} has reached the buyer.',
  },
  shopper: {
    subject: 'Order {order} has arrived',
    text: 'Order {order} has been delivered. We hope you enjoy it. If something is not right, open the order and tell us within the time for returns.',
    sms: 'ODOP Bazaar: order {order} has been delivered. Something wrong? Open the order and tell us.',
  },
};
