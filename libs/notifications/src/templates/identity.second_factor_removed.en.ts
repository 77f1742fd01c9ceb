import type { Wordings } from '../domain/wordings.js';

export const identitySecondFactorRemovedEn: Wordings<'identity.second_factor_removed'> = {
  person: {
    subject: 'Your authenticator app was removed',
    text: 'The authenticator app of your account was removed on {at}. If that was you, or you asked our help desk for it, set up a new one when you next sign in. If not, change your password at once and tell our help desk.',
    sms: 'ODOP Bazaar: your authenticator app was removed on {at}. Not you? Change your password at once.',
  },
};
