import type { Wordings } from '../domain/wordings.js';

export const catalogueIpRepeatedEn: Wordings<'catalogue.ip_repeated'> = {
  officer: {
    subject: 'Copied more than once: {shop}',
    text: 'Reports that {shop} copied what belongs to others were upheld for {goods, plural, one {one of its goods} other {# of its goods}}. Please decide whether a measure is due.',
    sms: 'ODOP Bazaar: {shop} copied what belongs to others with {goods, plural, one {one thing} other {# things}}. Please look.',
  },
};
