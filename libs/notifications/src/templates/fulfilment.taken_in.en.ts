import type { Wordings } from '../domain/wordings.js';

export const fulfilmentTakenInEn: Wordings<'fulfilment.taken_in'> = {
  maker: {
    subject: '{centre} has the parcel of {number}',
    text: '{centre} has taken in your parcel of {number} and hands it to a carrier together with others. You hear of it when it is on its way.',
    sms: 'ODOP Bazaar: {centre} has your parcel of {number}.',
  },
};
