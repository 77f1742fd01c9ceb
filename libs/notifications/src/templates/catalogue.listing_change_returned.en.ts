import type { Wordings } from '../domain/wordings.js';

export const catalogueListingChangeReturnedEn: Wordings<'catalogue.listing_change_returned'> = {
  maker: {
    subject: 'Your change was sent back: {title}',
    text: 'The officer has sent back your change of “{title}”. The old version is on sale. Please open it to read why.',
    sms: 'ODOP Bazaar: your change of “{title}” was sent back. Please open it to read why.',
  },
};
