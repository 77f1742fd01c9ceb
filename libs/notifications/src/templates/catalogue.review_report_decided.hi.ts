import type { Wordings } from '../domain/wordings.js';

export const catalogueReviewReportDecidedHi: Wordings<'catalogue.review_report_decided'> = {
  reporter: {
    subject: 'आपकी शिकायत देखी गई: {title}',
    text: '“{title}” की समीक्षाओं में आपने जिसकी शिकायत की थी, अधिकारी ने उसे देखकर फ़ैसला कर दिया है। बताने के लिए धन्यवाद।',
    sms: 'ODOP बाज़ार: “{title}” की समीक्षा पर आपकी शिकायत देखी गई। धन्यवाद।',
  },
};
