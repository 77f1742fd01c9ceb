import type { Wordings } from '../domain/wordings.js';

export const catalogueListingDraftedForEn: Wordings<'catalogue.listing_drafted_for'> = {
  maker: {
    subject: 'Please look at goods described for you: {title}',
    text: 'The office of your district has described “{title}” for you. It is yours and nobody else sees it yet: please open it, put right what is wrong, add pictures and hand it in.',
    sms: 'ODOP Bazaar: your district office described “{title}” for you. Please open it, add pictures and hand it in.',
  },
};
