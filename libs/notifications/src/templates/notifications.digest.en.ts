import type { Wordings } from '../domain/wordings.js';

export const notificationsDigestEn: Wordings<'notifications.digest'> = {
  person: {
    subject: 'What happened since we last wrote: {news}',
    text: 'You asked us to tell you this together:\n\n{list}\n\nYour inbox has all of it.',
    sms: 'ODOP Bazaar: {news} news in your inbox, first: {opening}',
  },
};
