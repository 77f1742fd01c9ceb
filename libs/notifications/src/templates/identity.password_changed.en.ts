import type { Wordings } from '../domain/wordings.js';

export const identityPasswordChangedEn: Wordings<'identity.password_changed'> = {
  person: {
    subject: 'Your password was changed',
    text: 'The password of your account was changed on {at}. If that was you, all is well. If not, set a new one at once with “forgot password”, and tell our help desk.',
    sms: 'ODOP Bazaar: your password was changed on {at}. Not you? Set a new one at once.',
  },
};
