import type { Wordings } from '../domain/wordings.js';

export const fulfilmentWaitsEn: Wordings<'fulfilment.waits'> = {
  officer: {
    subject: 'The parcel of {number} waits longer than it should',
    text: 'Nobody has moved the parcel of {number} since {since}. Please find out what it waits for: a booking, its maker or its courier.',
    sms: 'ODOP Bazaar: the parcel of {number} waits since {since}. Please look at it.',
  },
  maker: {
    subject: 'The parcel of {number} still waits with you',
    text: 'The parcel of {number} has not left you since {since}. Hand it to the courier, or send it with a carrier of your own and write down its number.',
    sms: 'ODOP Bazaar: the parcel of {number} waits with you since {since}. Please send it.',
  },
};
