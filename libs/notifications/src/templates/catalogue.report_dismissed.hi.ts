import type { Wordings } from '../domain/wordings.js';

export const catalogueReportDismissedHi: Wordings<'catalogue.report_dismissed'> = {
  reporter: {
    subject: 'आपकी शिकायत देखी गई: {title}',
    text: 'आपने “{title}” की शिकायत की थी। अधिकारी ने देखा; उसे दुकान से हटाने का कारण नहीं मिला। वजह आपकी शिकायतों में लिखी है।',
    sms: 'ODOP बाज़ार: “{title}” पर आपकी शिकायत देखी गई; सामान दुकान में रहेगा। वजह शिकायत में पढ़ें।',
  },
};
