import type { Wordings } from '../domain/wordings.js';

export const sellersSubmittedHi: Wordings<'sellers.submitted'> = {
  maker: {
    subject: 'आपका आवेदन मिल गया',
    text: 'धन्यवाद। {shop} का आवेदन हमें मिल गया है। पहले सरकारी अभिलेखों से मिलान होगा, फिर आपके ज़िले के अधिकारी इसे देखेंगे। उत्तर आते ही हम आपको लिखेंगे; अभी आपको कुछ नहीं करना है।',
    sms: 'ODOP बाज़ार: {shop} का आवेदन मिल गया। उत्तर आने पर हम लिखेंगे।',
  },
};
