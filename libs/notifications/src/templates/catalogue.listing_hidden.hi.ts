import type { Wordings } from '../domain/wordings.js';

export const catalogueListingHiddenHi: Wordings<'catalogue.listing_hidden'> = {
  maker: {
    subject: 'फ़ैसले तक छिपा: {title}',
    text: '“{title}” का आपका बदलाव अभी अधिकारी के पास है, इसलिए पुराना रूप अब नहीं बिक रहा। तुरंत बेचने के लिए बदलाव वापस लें।',
    sms: 'ODOP बाज़ार: अधिकारी के फ़ैसले तक “{title}” छिपा है।',
  },
};
