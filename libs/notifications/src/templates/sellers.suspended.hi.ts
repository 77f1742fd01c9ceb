import type { Wordings } from '../domain/wordings.js';

export const sellersSuspendedHi: Wordings<'sellers.suspended'> = {
  maker: {
    subject: 'आपकी दुकान निलंबित है',
    text: '{shop} {until} तक निलंबित है। तब तक आपका सामान बिक्री पर नहीं है; जो बिक चुका है उसे कृपया पहुँचाएँ। कारण अपनी दुकान में पढ़ें। यदि आपको यह ग़लत लगे तो 30 दिन के भीतर एक बार वहीं अपील कर सकते हैं।',
    sms: 'ODOP बाज़ार: {shop} {until} तक निलंबित है। कारण और अपील का तरीका दुकान में देखें।',
  },
};
