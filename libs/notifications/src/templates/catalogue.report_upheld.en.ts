import type { Wordings } from '../domain/wordings.js';

export const catalogueReportUpheldEn: Wordings<'catalogue.report_upheld'> = {
  reporter: {
    subject: 'You were right: {title}',
    text: 'The officer has looked at “{title}”, which you reported, and agrees. The goods have been taken from the shop until their maker has put it right. Thank you.',
    sms: 'ODOP Bazaar: your report about “{title}” was upheld. Thank you.',
  },
};
