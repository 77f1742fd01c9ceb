import type { Wordings } from '../domain/wordings.js';

export const catalogueReviewRefusedEn: Wordings<'catalogue.review_refused'> = {
  shopper: {
    subject: 'Please write it anew: {title}',
    text: 'Your review of “{title}” cannot be shown as it is. The reason stands with it among your reviews. You may write it anew.',
    sms: 'ODOP Bazaar: your review of “{title}” cannot be shown as it is. Please open it to read why.',
  },
};
