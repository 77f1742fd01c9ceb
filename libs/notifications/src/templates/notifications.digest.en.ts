import type { Wordings } from '../domain/wordings.js';

export const notificationsDigestEn: Wordings<'notifications.digest'> = {
  person: {
    subject: '{news, plural, one {# piece of news} other {# pieces of news}} since we last wrote',
    text: 'You asked us to tell you this together:\n\n{list}\n\nYour inbox has all of it.',
    sms: 'ODOP Bazaar: {news, plural, one {# piece of news} other {# pieces of news}} in your inbox, first: {opening}',
  },
};
