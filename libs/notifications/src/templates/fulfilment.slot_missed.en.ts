import type { Wordings } from '../domain/wordings.js';

export const fulfilmentSlotMissedEn: Wordings<'fulfilment.slot_missed'> = {
  maker: {
    subject: 'The courier comes for {number} at another time',
    text: 'The courier did not get the parcel of {number}. It comes again between {from} and {to}. Please have it ready; you may choose other hours at the order.',
    sms: 'ODOP Bazaar: the courier did not get the parcel of {number}. It comes again after {from}.',
  },
  waits: {
    subject: 'The courier did not get the parcel of {number}',
    text: 'The courier did not get the parcel of {number} and names no time at which it comes again. Please keep the parcel ready and look at the order: as soon as there are hours, you may choose them there.',
    sms: 'ODOP Bazaar: the courier did not get the parcel of {number}. Keep it ready and choose a time at the order.',
  },
};
