import type { Wordings } from '../domain/wordings.js';

export const catalogueReviewRefusedHi: Wordings<'catalogue.review_refused'> = {
  shopper: {
    subject: 'कृपया फिर से लिखें: {title}',
    text: '“{title}” पर आपकी समीक्षा इस रूप में नहीं दिखाई जा सकती। कारण आपकी समीक्षाओं में लिखा है। आप उसे फिर से लिख सकते हैं।',
    sms: 'ODOP बाज़ार: “{title}” पर आपकी समीक्षा नहीं दिखाई जा सकी। कारण खोलकर पढ़ें।',
  },
};
