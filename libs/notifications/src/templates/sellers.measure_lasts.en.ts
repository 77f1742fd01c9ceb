import type { Wordings } from '../domain/wordings.js';

export const sellersMeasureLastsEn: Wordings<'sellers.measure_lasts'> = {
  officer: {
    subject: 'A measure lasts long: {shop}',
    text: 'A moratorium or suspension of {shop} has lasted long. Please look at the case again on your desk.',
    sms: 'ODOP Bazaar: a measure against {shop} has lasted long. Please look at it again.',
  },
};
