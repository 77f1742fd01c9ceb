import type { Wordings } from '../domain/wordings.js';

export const fulfilmentReturnWaitsHi: Wordings<'fulfilment.return_waits'> = {
  officer: {
    subject: '{order} का लौटता पार्सल तय समय से अधिक रुका है',
    text: '{since} से ऑर्डर {order} के कारीगर को लौटते पार्सल पर कुछ नहीं हुआ है। कृपया पता करें कि वह किसकी प्रतीक्षा में है: बुकिंग, ग्राहक या कूरियर।',
    sms: 'ODOP बाज़ार: {order} की वापसी {since} से रुकी है। कृपया देखें।',
  },
};
