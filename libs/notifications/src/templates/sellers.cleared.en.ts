import type { Wordings } from '../domain/wordings.js';

export const sellersClearedEn: Wordings<'sellers.cleared'> = {
  maker: {
    subject: 'No fault was found',
    text: 'The case about {shop} is closed and no fault was found. Your goods are on sale again.',
    sms: 'ODOP Bazaar: the case about {shop} is closed, no fault was found. Your goods are on sale again.',
  },
};
