import type { Wordings } from '../domain/wordings.js';

export const paymentsDisputeLostHi: Wordings<'payments.dispute_lost'> = {
  officer: {
    subject: 'बैंक ने {amount} वापस लिए',
    text: 'बैंक ने ग्राहक के पक्ष में निर्णय दिया और {amount} वापस ले लिए। उस चेकआउट की बिक्रियाँ अपना-अपना हिस्सा उठाएँगी।',
    sms: 'ODOP बाज़ार: बैंक ने ग्राहक के पक्ष में निर्णय दिया, {amount} वापस लिए।',
  },
};
