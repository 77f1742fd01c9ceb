import type { Wordings } from '../domain/wordings.js';

export const fulfilmentPickupEndedEn: Wordings<'fulfilment.pickup_ended'> = {
  missed: {
    subject: 'The courier does not come again for order {order}',
    text: 'The courier came for the goods of order {order} so often in vain that it does not come again. Open the order: ask for another pick-up, or send the goods yourself and enter carrier and number.',
    sms: 'ODOP Bazaar: the courier does not come again for order {order}. Ask for another pick-up or send the goods.',
  },
  not_served: {
    subject: 'Please send the goods of order {order} yourself',
    text: 'No courier of ours fetches at your address. Please send the goods of order {order} yourself, then open the order and enter carrier and number.',
    sms: 'ODOP Bazaar: no courier fetches at your address. Please send the goods of order {order} and enter the number.',
  },
  brought_back: {
    subject: 'The goods of order {order} were brought back to you',
    text: 'The courier could not hand the goods of order {order} to their maker and brought them back to you. Open the order: ask for another pick-up, or send them yourself.',
    sms: 'ODOP Bazaar: the goods of order {order} were brought back to you. Ask for another pick-up or send them.',
  },
};
