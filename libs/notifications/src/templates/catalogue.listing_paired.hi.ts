import type { Wordings } from '../domain/wordings.js';

export const catalogueListingPairedHi: Wordings<'catalogue.listing_paired'> = {
  maker: {
    subject: '{title} अब {shop} भी बेचता है',
    text: '{shop} अब आपके साथ “{title}” बेच रहा है – अपने दाम और अपने स्टॉक से। शब्द और तस्वीरें आपकी ही रहेंगी। न चाहें तो सामान के पन्ने पर इसे बंद कर सकते हैं।',
    sms: 'ODOP बाज़ार: {shop} अब “{title}” भी बेचता है।',
  },
};
