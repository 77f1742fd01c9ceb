import type { Wordings } from '../domain/wordings.js';

export const fulfilmentAttemptFailedEn: Wordings<'fulfilment.attempt_failed'> = {
  shopper: {
    subject: 'The courier found nobody for order {order}',
    text: 'The courier brought order {order} and could not hand it over. It comes again: this was attempt {attempt} of {most}.',
    sms: 'ODOP Bazaar: order {order} could not be handed over (attempt {attempt} of {most}). The courier comes again.',
  },
  last: {
    subject: 'Order {order} could not be handed over',
    text: 'The courier brought order {order} {attempt, plural, one {once} other {# times}} and could not hand it over. Unless it comes once more, the parcel goes back to its maker, and what you paid comes back to you.',
    sms: 'ODOP Bazaar: order {order} could not be handed over and goes back to its maker.',
  },
  consignee: {
    subject: 'The courier could not hand over goods of contract {contract}',
    text: 'The courier brought goods of contract {contract} and could not hand them over: attempt {attempt} of {most}. Please see that somebody can receive them.',
    sms: 'ODOP Bazaar: goods of contract {contract} could not be handed over (attempt {attempt} of {most}).',
  },
};
