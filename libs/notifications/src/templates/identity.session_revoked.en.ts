import type { Wordings } from '../domain/wordings.js';

export const identitySessionRevokedEn: Wordings<'identity.session_revoked'> = {
  person: {
    subject: 'One of your sign-ins was ended',
    text: 'A sign-in of yours was used from two places on {at}, as if it had been copied. We ended it. Sign in again; if you do not know what happened, set a new password.',
    sms: 'ODOP Bazaar: we ended a sign-in of yours on {at}: it was used from two places. Sign in again, and set a new password.',
  },
};
