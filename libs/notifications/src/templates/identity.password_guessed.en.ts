import type { Wordings } from '../domain/wordings.js';

export const identityPasswordGuessedEn: Wordings<'identity.password_guessed'> = {
  person: {
    subject: 'Somebody guesses at your password',
    text: 'Somebody entered wrong passwords for your account again and again, the last time on {at}. They did not get in; each further try has to wait. If it was you, use “forgot password”. If not, a long password of its own keeps you safe.',
    sms: 'ODOP Bazaar: wrong passwords were entered for your account on {at}. They did not get in. Not you? Choose a long new password.',
  },
};
