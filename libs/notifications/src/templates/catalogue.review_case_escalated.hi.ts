import type { Wordings } from '../domain/wordings.js';

export const catalogueReviewCaseEscalatedHi: Wordings<'catalogue.review_case_escalated'> = {
  officer: {
    subject: 'एक समीक्षा बहुत देर से रुकी है: {title}',
    text: '{shop} के “{title}” की एक समीक्षा या उसके उत्तर पर समय पर फ़ैसला नहीं हुआ। अब यह आपके डेस्क पर है।',
    sms: 'ODOP बाज़ार: {shop} के “{title}” की समीक्षा आपके पास है।',
  },
};
