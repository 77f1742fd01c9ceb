import type { Wordings } from '../domain/wordings.js';

export const fulfilmentWaitsHi: Wordings<'fulfilment.waits'> = {
  officer: {
    subject: '{number} का पार्सल तय समय से अधिक रुका है',
    text: '{since} से {number} के पार्सल पर कुछ नहीं हुआ है। कृपया पता करें कि वह किसकी प्रतीक्षा में है: बुकिंग, कारीगर या कूरियर।',
    sms: 'ODOP बाज़ार: {number} का पार्सल {since} से रुका है। कृपया देखें।',
  },
  maker: {
    subject: '{number} का पार्सल अब भी आपके पास है',
    text: '{number} का पार्सल {since} से आपके यहाँ से नहीं चला है। इसे कूरियर को दें, या अपने किसी वाहक से भेजकर उसकी संख्या लिखें।',
    sms: 'ODOP बाज़ार: {number} का पार्सल {since} से आपके पास है। कृपया भेजें।',
  },
};
