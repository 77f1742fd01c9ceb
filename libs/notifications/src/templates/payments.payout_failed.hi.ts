import type { Wordings } from '../domain/wordings.js';

export const paymentsPayoutFailedHi: Wordings<'payments.payout_failed'> = {
  maker: {
    subject: 'भुगतान अभी नहीं हो सका',
    text: 'आपके बैंक ने हमारा भुगतान नहीं लिया। आपका पैसा हमारे पास सुरक्षित है। कृपया अपनी दुकान के विवरण में बैंक खाता जाँचें; ठीक होते ही हम फिर भेजेंगे।',
    sms: 'ODOP बाज़ार: बैंक ने भुगतान नहीं लिया। पैसा सुरक्षित है। बैंक खाता जाँचें।',
  },
};
