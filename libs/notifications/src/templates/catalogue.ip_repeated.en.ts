import type { Wordings } from '../domain/wordings.js';

export const catalogueIpRepeatedEn: Wordings<'catalogue.ip_repeated'> = {
  officer: {
    subject: 'Copied more than once: {shop}',
    text: 'Reports that goods of {shop} copy what belongs to others were upheld for {goods} different goods. Please decide whether a measure is due.',
    sms: 'ODOP Bazaar: {shop} copied what belongs to others with {goods} goods. Please look.',
  },
};
