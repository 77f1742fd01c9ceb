import type { Wordings } from '../domain/wordings.js';

export const catalogueReportEscalatedEn: Wordings<'catalogue.report_escalated'> = {
  officer: {
    subject: 'A report waits too long: {title}',
    text: 'Nobody has decided on the report about “{title}” of {shop} in time. It is on your desk now.',
    sms: 'ODOP Bazaar: the report about “{title}” of {shop} waits for you.',
  },
};
