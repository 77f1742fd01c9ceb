import type { Wordings } from '../domain/wordings.js';

export const paymentsClawedBackHi: Wordings<'payments.clawed_back'> = {
  maker: {
    subject: 'आपके खाते से {amount} वापस लिए गए',
    text: 'जमा होने के बाद एक बिक्री रद्द हुई: आपके खाते से {amount} वापस लिए गए। ऑर्डर आपके विवरण में दिखता है। यदि यह राशि आपको मिल चुकी है, तो आगे की बिक्री से पूरी होगी।',
    sms: 'ODOP बाज़ार: एक बिक्री रद्द हुई, खाते से {amount} वापस लिए गए। विवरण देखें।',
  },
};
