import type { Wordings } from '../domain/wordings.js';

export const catalogueListingSubmittedEn: Wordings<'catalogue.listing_submitted'> = {
  officer: {
    subject: 'Goods wait for you: {title}',
    text: '{shop} has put up “{title}”. Please look at it on your desk: does it fit the product of the district, are the pictures and particulars right?',
    sms: 'ODOP Bazaar: “{title}” of {shop} waits for your review.',
  },
};
