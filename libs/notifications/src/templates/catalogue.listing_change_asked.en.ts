import type { Wordings } from '../domain/wordings.js';

export const catalogueListingChangeAskedEn: Wordings<'catalogue.listing_change_asked'> = {
  officer: {
    subject: 'A change waits for you: {title}',
    text: '{shop} wants to change “{title}”, which is on sale. The old version stays for sale for two days; then it is hidden until you decide. Please look at the change on your desk.',
    sms: 'ODOP Bazaar: a change of “{title}” of {shop} waits for your review.',
  },
};
