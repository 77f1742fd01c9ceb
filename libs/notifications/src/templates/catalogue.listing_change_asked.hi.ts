import type { Wordings } from '../domain/wordings.js';

export const catalogueListingChangeAskedHi: Wordings<'catalogue.listing_change_asked'> = {
  officer: {
    subject: 'एक बदलाव आपके पास है: {title}',
    text: '{shop} बिक्री पर लगे “{title}” को बदलना चाहते हैं। पुराना रूप दो दिन बिकता रहेगा; फिर आपके फ़ैसले तक छिपा रहेगा। कृपया अपने डेस्क पर बदलाव देखें।',
    sms: 'ODOP बाज़ार: {shop} के “{title}” का बदलाव आपकी समीक्षा के लिए है।',
  },
};
