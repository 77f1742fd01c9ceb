import type { Wordings } from '../domain/wordings.js';

export const sellersAppealedEn: Wordings<'sellers.appealed'> = {
  officer: {
    subject: 'An appeal waits for you: {shop}',
    text: '{shop} appeals against its suspension. Please read the case on your desk and decide; the suspension stands until then.',
    sms: 'ODOP Bazaar: an appeal of {shop} waits for your decision.',
  },
};
