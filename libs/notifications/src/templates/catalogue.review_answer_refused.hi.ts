import type { Wordings } from '../domain/wordings.js';

export const catalogueReviewAnswerRefusedHi: Wordings<'catalogue.review_answer_refused'> = {
  maker: {
    subject: 'कृपया उत्तर फिर से लिखें: {title}',
    text: '“{title}” की समीक्षा पर आपका उत्तर इस रूप में नहीं दिखाया जा सकता। कारण उसके साथ लिखा है। आप उसे फिर से लिख सकते हैं।',
    sms: 'ODOP बाज़ार: “{title}” पर आपका उत्तर नहीं दिखाया जा सका। कारण खोलकर पढ़ें।',
  },
};
