import type { Wordings } from '../domain/wordings.js';

export const catalogueListingBlockedHi: Wordings<'catalogue.listing_blocked'> = {
  maker: {
    subject: 'दुकान से हटाया गया: {title}',
    text: '“{title}” दुकान से हटाया गया है: {why}। मिले हुए ऑर्डर चलते रहेंगे। कृपया खोलकर पढ़ें कि क्या ठीक करना है; उसके बाद यह फिर बिक सकता है।',
    sms: 'ODOP बाज़ार: “{title}” दुकान से हटाया गया: {why}। कृपया खोलें।',
  },
};
