import type { Wordings } from '../domain/wordings.js';

export const fulfilmentTakenAnywayEn: Wordings<'fulfilment.taken_anyway'> = {
  officer: {
    subject: 'A courier has the parcel of {number}, although it was called off',
    text: 'The courier was told not to come for the parcel of {number}, but has it already, with number {tracking}. Please ask it to bring the parcel back to its maker.',
    sms: 'ODOP Bazaar: the parcel of {number} (no. {tracking}) left although it was called off. Please ask for it back.',
  },
  maker: {
    subject: 'The courier has a parcel of {number}, although it was called off',
    text: 'The courier was told not to come for the parcel of {number}, but says that it has it, with number {tracking}. If you gave it to the courier, write to customer care: we ask for it back.',
    sms: 'ODOP Bazaar: the courier has the parcel of {number} (no. {tracking}), although it was called off. We ask for it back.',
  },
};
