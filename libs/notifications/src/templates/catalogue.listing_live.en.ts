import type { Wordings } from '../domain/wordings.js';

export const catalogueListingLiveEn: Wordings<'catalogue.listing_live'> = {
  maker: {
    subject: 'On sale: {title}',
    text: '“{title}” is on sale now. Shoppers and government buyers can find and order it.',
    sms: 'ODOP Bazaar: “{title}” is on sale now.',
  },
};
