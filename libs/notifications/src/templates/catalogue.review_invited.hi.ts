import type { Wordings } from '../domain/wordings.js';

export const catalogueReviewInvitedHi: Wordings<'catalogue.review_invited'> = {
  shopper: {
    subject: 'कैसा लगा? {title}',
    text: '“{title}” आप तक पहुँच गया है। कृपया बताएँ कि यह कैसा है: सितारे दें और चाहें तो कुछ शब्द लिखें। केवल ख़रीदार ही लिख सकते हैं। यह आपकी समीक्षाओं में मिलेगा।',
    sms: 'ODOP बाज़ार: “{title}” पहुँच गया। कैसा लगा? अपनी समीक्षाओं में बताएँ।',
  },
};
