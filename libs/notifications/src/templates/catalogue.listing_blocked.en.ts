import type { Wordings } from '../domain/wordings.js';

export const catalogueListingBlockedEn: Wordings<'catalogue.listing_blocked'> = {
  maker: {
    subject: 'Taken from the shop: {title}',
    text: '“{title}” was taken from the shop: {why}. Orders you have go on. Please open it to read what is to be put right; after that it can be sold again.',
    sms: 'ODOP Bazaar: “{title}” was taken from the shop: {why}. Please open it.',
  },
};
