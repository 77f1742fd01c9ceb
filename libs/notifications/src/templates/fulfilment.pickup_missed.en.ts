import type { Wordings } from '../domain/wordings.js';

export const fulfilmentPickupMissedEn: Wordings<'fulfilment.pickup_missed'> = {
  shopper: {
    subject: 'Nobody was there when the courier came for order {order}',
    text: 'The courier came for the goods of order {order} and met nobody. It comes again, {left, plural, one {once more} other {# more times}} at most.',
    sms: 'ODOP Bazaar: the courier met nobody for the return of order {order}. It comes again, {left, plural, one {once more} other {# more times}} at most.',
  },
};
