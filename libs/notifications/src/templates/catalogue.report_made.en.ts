import type { Wordings } from '../domain/wordings.js';

export const catalogueReportMadeEn: Wordings<'catalogue.report_made'> = {
  officer: {
    subject: 'Somebody reports goods: {title}',
    text: 'Somebody says that “{title}” of {shop} should not be in the shop. Please read the report on your desk, look at the goods, and uphold or dismiss it.',
    sms: 'ODOP Bazaar: “{title}” of {shop} was reported. Please look at it on your desk.',
  },
};
