import type { Wordings } from '../domain/wordings.js';

export const sellersVerifiedHi: Wordings<'sellers.verified'> = {
  maker: {
    subject: 'स्वागत है: अब आप बेच सकते हैं',
    text: 'ख़ुशख़बरी: {shop} का सत्यापन हो गया है। अब आप अपना सामान दर्ज कर सकते हैं; आपके ज़िले के अधिकारी हर वस्तु को एक बार देखेंगे, फिर वह बिक्री पर होगी।',
    sms: 'ODOP बाज़ार: {shop} सत्यापित है। अब आप अपना सामान दर्ज करें।',
  },
};
