import type { Wordings } from '../domain/wordings.js';

export const catalogueListingChangeApprovedEn: Wordings<'catalogue.listing_change_approved'> = {
  maker: {
    subject: 'Your change is in the shop: {title}',
    text: 'The officer has approved your change of “{title}”. The new version is in the place of the old one.',
    sms: 'ODOP Bazaar: your change of “{title}” is approved.',
  },
};
