import type { Wordings } from '../domain/wordings.js';

export const sellersSuspendedEn: Wordings<'sellers.suspended'> = {
  maker: {
    subject: 'Your shop is suspended',
    text: '{shop} is suspended until {until}. Your goods are not on sale until then; please deliver what was sold before. Open your shop to read the reason. If you think it is wrong, you can appeal there, once, within 30 days.',
    sms: 'ODOP Bazaar: {shop} is suspended until {until}. Please open your shop to read why, and how to appeal.',
  },
};
