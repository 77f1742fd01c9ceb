import type { Wordings } from '../domain/wordings.js';

export const sellersRestrictedEn: Wordings<'sellers.restricted'> = {
  maker: {
    subject: 'Some of your goods are hidden',
    text: 'A licence, certificate or declaration of {shop} has ended. The goods that need it are hidden until the new paper is with us; all your other goods are on sale as before. Please open your shop, hand in the new paper, and your goods come back as soon as the officer has seen it.',
    sms: 'ODOP Bazaar: a paper of {shop} has ended and some goods are hidden. Please hand in the new paper.',
  },
};
