import type { Wordings } from '../domain/wordings.js';

export const identityDelegationEndedEn: Wordings<'identity.delegation_ended'> = {
  maker: {
    subject: 'Nobody acts for you any more under this consent',
    text: 'Since {at} the person you had agreed to no longer acts for you. What they did stays in your log.',
    sms: 'ODOP Bazaar: since {at} the person you had agreed to no longer acts for you.',
  },
  delegate: {
    subject: 'You no longer act for a maker',
    text: 'The consent under which you acted for a maker ended on {at}.',
    sms: 'ODOP Bazaar: the consent under which you acted for a maker ended on {at}.',
  },
};
