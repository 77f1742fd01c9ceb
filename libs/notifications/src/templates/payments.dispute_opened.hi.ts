import type { Wordings } from '../domain/wordings.js';

export const paymentsDisputeOpenedHi: Wordings<'payments.dispute_opened'> = {
  officer: {
    subject: 'बैंक ने {amount} के भुगतान पर सवाल किया',
    text: 'एक ग्राहक ने अपने बैंक से {amount} वापस लेने को कहा है। बैंक के निर्णय तक इस भुगतान से कुछ नहीं जाएगा: बिक्री के प्रमाण समय पर जमा करें।',
    sms: 'ODOP बाज़ार: बैंक ने {amount} पर सवाल किया। बिक्री के प्रमाण जमा करें।',
  },
};
