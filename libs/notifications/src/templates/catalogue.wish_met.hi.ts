import type { Wordings } from '../domain/wordings.js';

export const catalogueWishMetHi: Wordings<'catalogue.wish_met'> = {
  shopper: {
    subject: 'फिर उपलब्ध: {title}',
    text: '{shop} का “{title}” ({variant}), जिसका आप इंतज़ार कर रहे थे, फिर ख़रीदा जा सकता है। यह सूचना एक ही बार भेजी जाती है; और लोग भी इंतज़ार में हो सकते हैं।',
    sms: 'ODOP बाज़ार: “{title}” ({variant}) फिर ख़रीदा जा सकता है।',
  },
};
