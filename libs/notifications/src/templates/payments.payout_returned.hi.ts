import type { Wordings } from '../domain/wordings.js';

export const paymentsPayoutReturnedHi: Wordings<'payments.payout_returned'> = {
  maker: {
    subject: '{amount} आपके बैंक से लौट आए',
    text: 'आपके बैंक ने हमारे {amount} लौटा दिए। यह राशि आपको पहले की तरह देय है, कुछ खोया नहीं है। कृपया अपनी दुकान के विवरण में बैंक खाता जाँचें; ठीक होते ही हम फिर भेजेंगे।',
    sms: 'ODOP बाज़ार: बैंक ने {amount} लौटा दिए। पैसा सुरक्षित है। बैंक खाता जाँचें।',
  },
};
