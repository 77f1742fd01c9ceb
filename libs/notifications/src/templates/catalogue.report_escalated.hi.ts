import type { Wordings } from '../domain/wordings.js';

export const catalogueReportEscalatedHi: Wordings<'catalogue.report_escalated'> = {
  officer: {
    subject: 'एक शिकायत बहुत देर से रुकी है: {title}',
    text: '{shop} के “{title}” की शिकायत पर समय पर फ़ैसला नहीं हुआ। अब यह आपके डेस्क पर है।',
    sms: 'ODOP बाज़ार: {shop} के “{title}” की शिकायत आपके पास है।',
  },
};
