import type { Wordings } from '../domain/wordings.js';

export const fulfilmentCentreWaitsEn: Wordings<'fulfilment.centre_waits'> = {
  keeper: {
    subject: 'Parcel {tracking} lies with you too long',
    text: 'Parcel {tracking} has been at your centre since {since}. Please hand it over, or give it back to its maker.',
    sms: 'ODOP Bazaar: parcel {tracking} lies with you since {since}. Please hand it over.',
  },
  maker: {
    subject: 'The parcel of {number} still lies at {centre}',
    text: '{centre} has had your parcel of {number} since {since} and has not handed it over. Its keepers were reminded; you may fetch it and send it in another way.',
    sms: 'ODOP Bazaar: the parcel of {number} lies at {centre} since {since}.',
  },
  officer: {
    subject: 'The parcel of {number} lies at {centre} too long',
    text: '{centre} has had the parcel of {number} since {since} and has not handed it over. Keepers and maker were told.',
    sms: 'ODOP Bazaar: the parcel of {number} lies at {centre} since {since}.',
  },
};
