import type { Wordings } from '../domain/wordings.js';

export const ordersReturnAskedHi: Wordings<'orders.return_asked'> = {
  maker: {
    subject: 'ऑर्डर {order} का सामान लौटाने का अनुरोध',
    text: 'ऑर्डर {order} के ख़रीदार {pieces} नग लौटाना चाहते हैं। ऑर्डर खोलकर कारण पढ़ें और {due} तक उत्तर दें। तब तक उत्तर न मिलने पर वापसी स्वीकार मानी जाएगी।',
    sms: 'ODOP बाज़ार: ऑर्डर {order} {pieces, plural, one {का # नग} other {के # नग}} लौटाने का अनुरोध। {due} तक उत्तर दें।',
  },
};
