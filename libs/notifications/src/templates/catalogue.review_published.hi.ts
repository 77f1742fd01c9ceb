import type { Wordings } from '../domain/wordings.js';

export const catalogueReviewPublishedHi: Wordings<'catalogue.review_published'> = {
  maker: {
    subject: '{title} पर एक समीक्षा',
    text: 'एक ख़रीदार ने “{title}” की समीक्षा लिखी है। आप एक उत्तर दे सकते हैं और उसे बाद में बदल सकते हैं: धन्यवाद कहें, या बताएँ कि आप क्या करेंगे।',
    sms: 'ODOP बाज़ार: “{title}” पर एक समीक्षा आई है। आप उत्तर दे सकते हैं।',
  },
  shopper: {
    subject: 'आपकी समीक्षा प्रकाशित हुई: {title}',
    text: 'अधिकारी ने “{title}” पर आपकी समीक्षा पढ़ ली है। अब सब उसे पढ़ सकते हैं। धन्यवाद।',
    sms: 'ODOP बाज़ार: “{title}” पर आपकी समीक्षा प्रकाशित हुई। धन्यवाद।',
  },
};
