import type { Wordings } from '../domain/wordings.js';

export const sellersReinstatedEn: Wordings<'sellers.reinstated'> = {
  maker: {
    subject: 'Your shop is open again',
    text: 'The suspension of {shop} is over. Your goods are on sale again.',
    sms: 'ODOP Bazaar: the suspension of {shop} is over. Your goods are on sale again.',
  },
};
