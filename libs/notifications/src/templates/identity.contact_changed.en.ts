import type { Wordings } from '../domain/wordings.js';

export const identityContactChangedEn: Wordings<'identity.contact_changed'> = {
  person: {
    subject: 'Your mobile or e-mail was changed',
    text: 'The mobile number or e-mail of your account was added or changed on {at}. If that was you, all is well. If not, tell our help desk at once.',
    sms: 'ODOP Bazaar: the mobile or e-mail of your account was changed on {at}. Not you? Tell our help desk at once.',
  },
};
