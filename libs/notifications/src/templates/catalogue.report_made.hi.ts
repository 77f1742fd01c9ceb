import type { Wordings } from '../domain/wordings.js';

export const catalogueReportMadeHi: Wordings<'catalogue.report_made'> = {
  officer: {
    subject: 'एक वस्तु की शिकायत: {title}',
    text: 'किसी ने कहा है कि {shop} का “{title}” दुकान में नहीं होना चाहिए। कृपया अपने डेस्क पर शिकायत पढ़ें, सामान देखें, और उसे सही या ग़लत ठहराएँ।',
    sms: 'ODOP बाज़ार: {shop} के “{title}” की शिकायत आई है। कृपया डेस्क पर देखें।',
  },
};
