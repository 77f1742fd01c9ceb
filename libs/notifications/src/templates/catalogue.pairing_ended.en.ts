import type { Wordings } from '../domain/wordings.js';

export const cataloguePairingEndedEn: Wordings<'catalogue.pairing_ended'> = {
  reseller: {
    subject: 'No longer with you: {title}',
    text: '{shop}, who makes “{title}”, has ended your offers of it; the reason stands on the page of the pairing. Deliver what is ordered; nothing new can be ordered from you.',
    sms: 'ODOP Bazaar: {shop} has ended your offers of “{title}”.',
  },
};
