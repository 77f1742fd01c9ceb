import type { Wordings } from '../domain/wordings.js';

export const catalogueListingReturnedEn: Wordings<'catalogue.listing_returned'> = {
  maker: {
    subject: 'Please change something: {title}',
    text: 'The officer has looked at “{title}” and asks for a change before it goes on sale. Please open it to read what, change it and send it in again.',
    sms: 'ODOP Bazaar: “{title}” needs a change before it can be sold. Please open it.',
  },
};
