import type { Wordings } from '../domain/wordings.js';

export const catalogueListingSubmittedHi: Wordings<'catalogue.listing_submitted'> = {
  officer: {
    subject: 'एक वस्तु आपके पास है: {title}',
    text: '{shop} ने “{title}” दर्ज किया है। कृपया अपने डेस्क पर देखें: क्या यह ज़िले के उत्पाद में आता है, क्या चित्र और विवरण सही हैं?',
    sms: 'ODOP बाज़ार: {shop} का “{title}” आपकी समीक्षा के लिए है।',
  },
};
