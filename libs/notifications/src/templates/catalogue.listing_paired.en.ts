import type { Wordings } from '../domain/wordings.js';

export const catalogueListingPairedEn: Wordings<'catalogue.listing_paired'> = {
  maker: {
    subject: '{shop} sells {title} too',
    text: '{shop} now offers “{title}” beside you, at its own price and from its own stock. Your words and pictures stay yours. If you do not want this, you can end it on the page of the goods.',
    sms: 'ODOP Bazaar: {shop} now sells “{title}” beside you.',
  },
};
