import type { Wordings } from '../domain/wordings.js';

export const catalogueReportUpheldHi: Wordings<'catalogue.report_upheld'> = {
  reporter: {
    subject: 'आपकी बात सही निकली: {title}',
    text: 'आपने “{title}” की शिकायत की थी। अधिकारी ने देखा और सहमत हैं। सुधार होने तक यह सामान दुकान से हटा दिया गया है। धन्यवाद।',
    sms: 'ODOP बाज़ार: “{title}” पर आपकी शिकायत सही ठहरी। धन्यवाद।',
  },
};
