import type { Wordings } from '../domain/wordings.js';

export const ordersExchangedHi: Wordings<'orders.exchanged'> = {
  maker: {
    subject: 'कृपया बदले का ऑर्डर {exchange} भेजें',
    text: 'ऑर्डर {order} का सामान आपके पास लौट आया है। ख़रीदार को उसके बदले ऑर्डर {exchange} मिलेगा: कृपया इसे पैक करके भेजें। इसका भुगतान ऑर्डर {order} से हो चुका है।',
    sms: 'ODOP बाज़ार: ऑर्डर {exchange} ऑर्डर {order} के सामान के बदले है। कृपया भेजें।',
  },
  shopper: {
    subject: 'बदले में ऑर्डर {exchange} आ रहा है',
    text: 'ऑर्डर {order} का सामान कारीगर तक पहुँच गया। उसके बदले आपको ऑर्डर {exchange} मिलेगा; आपको कुछ नहीं देना है। भेजे जाने पर हम फिर लिखेंगे।',
    sms: 'ODOP बाज़ार: ऑर्डर {order} के सामान के बदले ऑर्डर {exchange} आ रहा है। कुछ नहीं देना है।',
  },
  cheaper: {
    subject: 'बदले में ऑर्डर {exchange} आ रहा है, {refund} आपको लौट रहे हैं',
    text: 'ऑर्डर {order} का सामान कारीगर तक पहुँच गया। उसके बदले आपको ऑर्डर {exchange} मिलेगा। यह सस्ता है: {refund} उसी माध्यम से लौटेंगे जिससे आपने भुगतान किया।',
    sms: 'ODOP बाज़ार: ऑर्डर {order} के बदले ऑर्डर {exchange} आ रहा है। {refund} आपको लौट रहे हैं।',
  },
};
