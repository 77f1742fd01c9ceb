import type { Wordings } from '../domain/wordings.js';

export const sellersPayoutAccountRefusedHi: Wordings<'sellers.payout_account_refused'> = {
  maker: {
    subject: 'आपका बैंक खाता स्वीकार नहीं हुआ',
    text: '{shop} के लिए दिया गया बैंक खाता स्वीकार नहीं हो सका: कारण अपनी दुकान में पढ़ें। दूसरा खाता देने तक कोई भुगतान नहीं होगा।',
    sms: 'ODOP बाज़ार: {shop} का बैंक खाता स्वीकार नहीं हुआ। कृपया दूसरा दें।',
  },
};
