import type { Wordings } from '../domain/wordings.js';

export const catalogueReviewAnsweredEn: Wordings<'catalogue.review_answered'> = {
  shopper: {
    subject: '{shop} answers you',
    text: '{shop} has answered your review of “{title}”. You can read it with the goods.',
    sms: 'ODOP Bazaar: {shop} has answered your review of “{title}”.',
  },
};
