import type { Wordings } from '../domain/wordings.js';

export const ordersWaitsHi: Wordings<'orders.waits'> = {
  officer: {
    subject: 'ऑर्डर {order} तय समय से अधिक रुका है',
    text: '{since} से ऑर्डर {order} पर कुछ नहीं हुआ है। कृपया पता करें कि वह किसकी प्रतीक्षा में है: विक्रेता, कूरियर या पैसा वापसी।',
    sms: 'ODOP बाज़ार: ऑर्डर {order} {since} से रुका है। कृपया देखें।',
  },
};
