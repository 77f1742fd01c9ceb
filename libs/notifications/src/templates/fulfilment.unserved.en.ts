import type { Wordings } from '../domain/wordings.js';

export const fulfilmentUnservedEn: Wordings<'fulfilment.unserved'> = {
  officer: {
    subject: 'No courier carries the parcel of {number}',
    text: 'None of our couriers carries the parcel of {number} there. Its maker was asked to send it with a carrier of her own; one that is paid at the door she has to decline.',
    sms: 'ODOP Bazaar: no courier of ours carries the parcel of {number}. Its maker was asked to send it herself.',
  },
  maker: {
    subject: 'Please send {number} with a carrier of your own',
    text: 'None of our couriers brings the parcel of {number} there. Please send it with a carrier of your own, such as the post, and give its number at the order. If it is to be paid at the door, please write to customer care.',
    sms: 'ODOP Bazaar: no courier of ours carries {number} there. Please send it with a carrier of your own and give its number.',
  },
};
