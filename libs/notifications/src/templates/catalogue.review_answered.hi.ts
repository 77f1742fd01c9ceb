import type { Wordings } from '../domain/wordings.js';

export const catalogueReviewAnsweredHi: Wordings<'catalogue.review_answered'> = {
  shopper: {
    subject: '{shop} ने उत्तर दिया',
    text: '{shop} ने “{title}” पर आपकी समीक्षा का उत्तर दिया है। आप उसे वस्तु के साथ पढ़ सकते हैं।',
    sms: 'ODOP बाज़ार: {shop} ने “{title}” पर आपकी समीक्षा का उत्तर दिया है।',
  },
};
