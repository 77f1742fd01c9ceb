import type { Wordings } from '../domain/wordings.js';

export const catalogueListingChangeReturnedHi: Wordings<'catalogue.listing_change_returned'> = {
  maker: {
    subject: 'आपका बदलाव वापस आया: {title}',
    text: 'अधिकारी ने “{title}” का आपका बदलाव वापस भेजा है। पुराना रूप बिक्री पर है। कारण खोलकर पढ़ें।',
    sms: 'ODOP बाज़ार: “{title}” का आपका बदलाव वापस आया। कारण खोलकर पढ़ें।',
  },
};
