import type { Wordings } from '../domain/wordings.js';

export const identityErasureAskedEn: Wordings<'identity.erasure_asked'> = {
  person: {
    subject: 'Your account will be erased',
    text: 'You asked us to forget you. On {due} your name, your addresses and your sign-ins are erased for good. Until then you can take it back.',
    sms: 'ODOP Bazaar: your account will be erased on {due}, as you asked. Until then you can take it back.',
  },
};
