import type { Wordings } from '../domain/wordings.js';

export const odopEntryHandedOnEn: Wordings<'odop.entry_handed_on'> = {
  officer: {
    subject: 'Waiting for you: {product}',
    text: 'The ODOP product “{product}” of {district} lies on your desk now. Please look at it.',
    sms: 'ODOP Bazaar: "{product}" of {district} waits on your desk.',
  },
  proposer: {
    subject: 'Not accepted: {product}',
    text: '“{product}” of {district} was not accepted for the ODOP list. The reason stands in its history.',
    sms: 'ODOP Bazaar: "{product}" of {district} was not accepted.',
  },
  maker: {
    subject: 'Listed as before: {product}',
    text: '“{product}” of {district} is on the ODOP list as before. You can offer new goods under it.',
    sms: 'ODOP Bazaar: "{product}" of {district} takes new goods again.',
  },
};
