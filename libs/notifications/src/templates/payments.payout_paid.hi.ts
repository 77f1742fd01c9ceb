import type { Wordings } from '../domain/wordings.js';

export const paymentsPayoutPaidHi: Wordings<'payments.payout_paid'> = {
  maker: {
    subject: '{amount} आपके बैंक में',
    text: 'हमने आपके बैंक खाते में {amount} जमा कर दिए हैं। बैंक का संदर्भ (UTR): {utr}।',
    sms: 'ODOP बाज़ार: आपके खाते में {amount} जमा, UTR {utr}।',
  },
};
