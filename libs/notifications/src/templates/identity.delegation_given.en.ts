import type { Wordings } from '../domain/wordings.js';

export const identityDelegationGivenEn: Wordings<'identity.delegation_given'> = {
  maker: {
    subject: 'Somebody may act for you now',
    text: 'With your code you agreed on {at} that somebody acts for you. What they do stands in your log, and you can end it at any time. About your money they need a new code of yours each time.',
    sms: 'ODOP Bazaar: since {at} somebody acts for you, as you agreed. You can end it at any time.',
  },
};
