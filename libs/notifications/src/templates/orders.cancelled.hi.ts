import type { Wordings } from '../domain/wordings.js';

export const ordersCancelledHi: Wordings<'orders.cancelled'> = {
  maker: {
    subject: 'ऑर्डर {order} रद्द हुआ',
    text: 'ऑर्डर {order} रद्द हो गया है: {why}। कृपया इसे न भेजें। आपका सामान फिर बिक्री पर है।',
    sms: 'ODOP बाज़ार: ऑर्डर {order} रद्द: {why}। कृपया न भेजें।',
  },
  shopper: {
    subject: 'ऑर्डर {order} रद्द हुआ',
    text: 'ऑर्डर {order} रद्द हो गया है: {why}। पूरी राशि {refund} उसी माध्यम से लौटेगी जिससे आपने भुगतान किया। बैंक तक पहुँचने पर हम फिर लिखेंगे।',
    sms: 'ODOP बाज़ार: ऑर्डर {order} रद्द हुआ। {refund} आपको लौट रहे हैं।',
  },
  shopper_cash: {
    subject: 'ऑर्डर {order} रद्द हुआ',
    text: 'ऑर्डर {order} रद्द हो गया है: {why}। आपने इसके लिए कुछ नहीं दिया है, और कुछ देना नहीं है।',
    sms: 'ODOP बाज़ार: ऑर्डर {order} रद्द हुआ। कुछ देना नहीं है।',
  },
};
