import type { Wordings } from '../domain/wordings.js';

export const catalogueReviewCaseMadeEn: Wordings<'catalogue.review_case_made'> = {
  officer: {
    subject: 'Words to be read: {title}',
    text: 'A review of “{title}” of {shop}, or an answer to one, waits on your desk: something in it looked suspicious, or somebody reported it. Please read it and let it stand or refuse it.',
    sms: 'ODOP Bazaar: a review of “{title}” of {shop} waits on your desk. Please read it.',
  },
};
