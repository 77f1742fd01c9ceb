import type { Wordings } from '../domain/wordings.js';

export const fulfilmentReturnWaitsEn: Wordings<'fulfilment.return_waits'> = {
  officer: {
    subject: 'What comes back of {order} waits longer than it should',
    text: 'Nobody has moved the parcel that goes back to the maker of order {order} since {since}. Please find out what it waits for: a booking, its shopper or its courier.',
    sms: 'ODOP Bazaar: the return of {order} waits since {since}. Please look at it.',
  },
};
