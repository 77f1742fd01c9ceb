import type { Wordings } from '../domain/wordings.js';

export const catalogueReviewAnswerRefusedEn: Wordings<'catalogue.review_answer_refused'> = {
  maker: {
    subject: 'Please answer anew: {title}',
    text: 'Your answer to a review of “{title}” cannot be shown as it is. The reason stands with it. You may write it anew.',
    sms: 'ODOP Bazaar: your answer to a review of “{title}” cannot be shown as it is. Please open it to read why.',
  },
};
