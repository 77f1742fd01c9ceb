import type { Wordings } from '../domain/wordings.js';

export const catalogueReportDismissedEn: Wordings<'catalogue.report_dismissed'> = {
  reporter: {
    subject: 'Your report was looked at: {title}',
    text: 'The officer has looked at “{title}”, which you reported, and found nothing that takes it from the shop. The reason stands with your reports.',
    sms: 'ODOP Bazaar: your report about “{title}” was looked at; the goods stay. Please open it to read why.',
  },
};
