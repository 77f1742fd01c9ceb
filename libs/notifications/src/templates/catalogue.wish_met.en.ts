import type { Wordings } from '../domain/wordings.js';

export const catalogueWishMetEn: Wordings<'catalogue.wish_met'> = {
  shopper: {
    subject: 'Back in stock: {title}',
    text: '“{title}” ({variant}) of {shop}, which you waited for, can be bought again. We tell you this once; others may wait for it too.',
    sms: 'ODOP Bazaar: “{title}” ({variant}) can be bought again.',
  },
};
