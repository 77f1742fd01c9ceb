import type { Wordings } from '../domain/wordings.js';

export const catalogueReviewCaseMadeHi: Wordings<'catalogue.review_case_made'> = {
  officer: {
    subject: 'शब्द देखने हैं: {title}',
    text: '{shop} के “{title}” की एक समीक्षा या उसका उत्तर आपके डेस्क पर है: उसमें कुछ संदिग्ध लगा या किसी ने शिकायत की है। कृपया पढ़ें और उसे रहने दें या अस्वीकार करें।',
    sms: 'ODOP बाज़ार: {shop} के “{title}” की समीक्षा आपके डेस्क पर है। कृपया पढ़ें।',
  },
};
