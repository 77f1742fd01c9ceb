import type { Wordings } from '../domain/wordings.js';

export const catalogueListingChangeApprovedHi: Wordings<'catalogue.listing_change_approved'> = {
  maker: {
    subject: 'आपका बदलाव दुकान में है: {title}',
    text: 'अधिकारी ने “{title}” का आपका बदलाव मान लिया है। अब पुराने की जगह नया रूप है।',
    sms: 'ODOP बाज़ार: “{title}” का आपका बदलाव स्वीकार हुआ।',
  },
};
