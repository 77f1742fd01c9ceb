import type { Wordings } from '../domain/wordings.js';

export const catalogueListingLiveHi: Wordings<'catalogue.listing_live'> = {
  maker: {
    subject: 'बिक्री पर: {title}',
    text: '“{title}” अब बिक्री पर है। ग्राहक और सरकारी ख़रीदार इसे देख और मँगा सकते हैं।',
    sms: 'ODOP बाज़ार: “{title}” अब बिक्री पर है।',
  },
};
