import type { Wordings } from '../domain/wordings.js';

export const catalogueChangeEscalatedEn: Wordings<'catalogue.listing_change_escalated'> = {
  officer: {
    subject: 'A change waits too long: {title}',
    text: 'Nobody has decided on the change of “{title}” of {shop} in time. It is on your desk now.',
    sms: 'ODOP Bazaar: the change of “{title}” of {shop} waits for you.',
  },
};
