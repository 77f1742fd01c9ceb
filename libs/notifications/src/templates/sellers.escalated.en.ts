import type { Wordings } from '../domain/wordings.js';

export const sellersEscalatedEn: Wordings<'sellers.escalated'> = {
  officer: {
    subject: 'An application waits too long: {shop}',
    text: 'The application of {shop} was not decided in time by the office it lies with. It is on your desk now too: please open it and decide.',
    sms: 'ODOP Bazaar: the application of {shop} waits too long. It is on your desk now too.',
  },
};
