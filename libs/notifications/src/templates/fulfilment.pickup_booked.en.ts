import type { Wordings } from '../domain/wordings.js';

export const fulfilmentPickupBookedEn: Wordings<'fulfilment.pickup_booked'> = {
  shopper: {
    subject: 'A courier comes for what you return of order {order}',
    text: 'A courier will fetch the goods of order {order} at your door in the next days. Please have them wrapped. If you would rather send them yourself, open the order and enter carrier and number.',
    sms: 'ODOP Bazaar: a courier will fetch the goods of order {order} at your door. Please have them wrapped.',
  },
};
