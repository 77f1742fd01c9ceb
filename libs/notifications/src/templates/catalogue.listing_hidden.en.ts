import type { Wordings } from '../domain/wordings.js';

export const catalogueListingHiddenEn: Wordings<'catalogue.listing_hidden'> = {
  maker: {
    subject: 'Hidden until the desk decides: {title}',
    text: 'Your change of “{title}” still waits for the officer, so the old version is no longer for sale. Withdraw the change to sell the old version at once.',
    sms: 'ODOP Bazaar: “{title}” is hidden until the officer decides on your change.',
  },
};
