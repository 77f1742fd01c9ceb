import type { Wordings } from '../domain/wordings.js';

export const catalogueReviewCaseEscalatedEn: Wordings<'catalogue.review_case_escalated'> = {
  officer: {
    subject: 'A review waits too long: {title}',
    text: 'Nobody has decided in time on a review of “{title}” of {shop}, or an answer to one. It is on your desk now.',
    sms: 'ODOP Bazaar: a review of “{title}” of {shop} waits for you.',
  },
};
