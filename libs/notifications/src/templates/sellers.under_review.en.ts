import type { Wordings } from '../domain/wordings.js';

export const sellersUnderReviewEn: Wordings<'sellers.under_review'> = {
  officer: {
    subject: 'An application waits for you: {shop}',
    text: '{shop} has applied to sell on ODOP Bazaar and the automatic checks are done. Please open the application on your desk and decide on it.',
    sms: 'ODOP Bazaar: the application of {shop} waits for your review.',
  },
};
