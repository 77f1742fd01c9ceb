import type { Wordings } from '../domain/wordings.js';

export const sellersRenewedEn: Wordings<'sellers.renewed'> = {
  maker: {
    subject: 'All your goods are on sale again',
    text: 'Thank you: every paper of {shop} holds again, and all your goods are on sale as before.',
    sms: 'ODOP Bazaar: the papers of {shop} hold again. All your goods are on sale.',
  },
};
