import type { Wordings } from '../domain/wordings.js';

export const catalogueListingReturnedHi: Wordings<'catalogue.listing_returned'> = {
  maker: {
    subject: 'कृपया कुछ बदलें: {title}',
    text: 'अधिकारी ने “{title}” देखा है और बिक्री से पहले एक बदलाव चाहते हैं। कृपया खोलकर पढ़ें, बदलें और दोबारा भेजें।',
    sms: 'ODOP बाज़ार: “{title}” में बदलाव चाहिए। कृपया खोलें।',
  },
};
