import type { Wordings } from '../domain/wordings.js';

export const ordersReturnAnsweredHi: Wordings<'orders.return_answered'> = {
  approved: {
    subject: 'ऑर्डर {order} की वापसी स्वीकार हुई',
    text: 'आप ऑर्डर {order} का सामान लौटा सकते हैं। सामान कारीगर तक पहुँचते ही पैसा उसी माध्यम से लौटेगा जिससे आपने भुगतान किया।',
    sms: 'ODOP बाज़ार: ऑर्डर {order} की वापसी स्वीकार हुई। कृपया सामान लौटाएँ।',
  },
  rejected: {
    subject: 'ऑर्डर {order} की वापसी स्वीकार नहीं हुई',
    text: 'कारीगर ऑर्डर {order} का सामान वापस नहीं ले रहे। कारण पढ़ने के लिए ऑर्डर खोलें। यदि आपको यह ठीक न लगे तो ग्राहक सेवा को लिखें।',
    sms: 'ODOP बाज़ार: ऑर्डर {order} की वापसी स्वीकार नहीं हुई। कारण के लिए ऑर्डर खोलें।',
  },
};
