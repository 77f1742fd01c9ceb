import type { Wordings } from '../domain/wordings.js';

export const catalogueReviewReportDecidedEn: Wordings<'catalogue.review_report_decided'> = {
  reporter: {
    subject: 'Your report was looked at: {title}',
    text: 'The officer has looked at what you reported among the reviews of “{title}” and has decided. Thank you for telling us.',
    sms: 'ODOP Bazaar: your report about a review of “{title}” was looked at. Thank you.',
  },
};
