import type { Wordings } from '../domain/wordings.js';

export const sellersUnderReviewHi: Wordings<'sellers.under_review'> = {
  officer: {
    subject: 'एक आवेदन आपके पास है: {shop}',
    text: '{shop} ने ODOP बाज़ार पर बेचने के लिए आवेदन किया है और स्वचालित जाँच पूरी हो गई है। कृपया अपने डेस्क पर आवेदन खोलें और निर्णय लें।',
    sms: 'ODOP बाज़ार: {shop} का आवेदन आपकी समीक्षा के लिए है।',
  },
};
