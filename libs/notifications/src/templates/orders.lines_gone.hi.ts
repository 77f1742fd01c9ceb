import type { Wordings } from '../domain/wordings.js';

export const ordersLinesGoneHi: Wordings<'orders.lines_gone'> = {
  maker: {
    subject: 'ऑर्डर {order} में कम सामान',
    text: 'ख़रीदार को ऑर्डर {order} {pieces, plural, one {का # नग} other {के # नग}} अब नहीं चाहिए। कृपया केवल बाकी सामान भेजें। जो नहीं चाहिए वह फिर बिक्री पर है।',
    sms: 'ODOP बाज़ार: ऑर्डर {order} {pieces, plural, one {का # नग} other {के # नग}} रद्द। केवल बाकी भेजें।',
  },
  shopper: {
    subject: 'ऑर्डर {order}: {refund} आपको लौट रहे हैं',
    text: 'ऑर्डर {order} {pieces, plural, one {का # नग अब उसमें नहीं है} other {के # नग अब उसमें नहीं हैं}}: {why}। इनके लिए दी गई राशि {refund} उसी माध्यम से लौटेगी जिससे आपने भुगतान किया। बैंक तक पहुँचने पर हम फिर लिखेंगे।',
    sms: 'ODOP बाज़ार: ऑर्डर {order} {pieces, plural, one {का # नग हटा} other {के # नग हटे}}। {refund} आपको लौट रहे हैं।',
  },
  shopper_cash: {
    subject: 'ऑर्डर {order}: {refund} कम देने हैं',
    text: 'ऑर्डर {order} {pieces, plural, one {का # नग अब उसमें नहीं है} other {के # नग अब उसमें नहीं हैं}}: {why}। बाकी सामान मिलने पर आपको {refund} कम देने हैं।',
    sms: 'ODOP बाज़ार: ऑर्डर {order} {pieces, plural, one {का # नग हटा} other {के # नग हटे}}। मिलने पर {refund} कम देने हैं।',
  },
};
