import type { Wordings } from '../domain/wordings.js';

export const paymentsRefundedHi: Wordings<'payments.refunded'> = {
  shopper: {
    subject: 'आपके {amount} लौटाए गए',
    text: 'हमने {amount} उसी माध्यम से लौटा दिए हैं जिससे आपने भुगतान किया था। बैंक को दिखाने में कुछ कार्यदिवस लग सकते हैं।',
    sms: 'ODOP बाज़ार: {amount} लौटा दिए गए। बैंक में दिखने में कुछ दिन लग सकते हैं।',
  },
};
