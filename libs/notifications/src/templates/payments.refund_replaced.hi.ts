import type { Wordings } from '../domain/wordings.js';

export const paymentsRefundReplacedHi: Wordings<'payments.refund_replaced'> = {
  shopper: {
    subject: 'आपके बैंक ने {amount} लौटाए',
    text: 'आपने इस भुगतान के बारे में अपने बैंक से पूछा था और उसने {amount} लौटा दिए। हमने यही राशि लौटाने का वादा किया था: वह दोबारा नहीं भेजी जाएगी।',
    sms: 'ODOP बाज़ार: बैंक ने {amount} लौटा दिए। हमारी ओर से वही राशि दोबारा नहीं भेजी जाएगी।',
  },
};
