import type { Wordings } from '../domain/wordings.js';

export const sellersClosedEn: Wordings<'sellers.closed'> = {
  maker: {
    subject: 'Your shop is closed',
    text: '{shop} is closed as you wished. Thank you for the time with us; you can apply again whenever you like.',
    sms: 'ODOP Bazaar: {shop} is closed as you wished. You can apply again any day.',
  },
};
