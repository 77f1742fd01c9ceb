import type { Wordings } from '../domain/wordings.js';

export const ordersWaitsHi: Wordings<'orders.waits'> = {
  officer: {
    subject: 'ऑर्डर {order} तय समय से अधिक रुका है',
    text: '{since} से ऑर्डर {order} पर कुछ नहीं हुआ है। कृपया पता करें कि वह किसकी प्रतीक्षा में है: विक्रेता, कूरियर या पैसा वापसी।',
    sms: 'ODOP बाज़ार: ऑर्डर {order} {since} से रुका है। कृपया देखें।',
  },
  officer_unplaced: {
    subject: 'ऑर्डर {order} का भुगतान हुआ, पर वह दर्ज नहीं हुआ',
    text: 'ऑर्डर {order} का पैसा {since} से यहाँ है, पर ऑर्डर दर्ज नहीं हुआ। कृपया देखें कि वर्कर चल रहा है या उसका काम विफल हुआ; ख़रीदार सामान या पैसे की प्रतीक्षा में है।',
    sms: 'ODOP बाज़ार: ऑर्डर {order} का भुगतान {since} से है, पर दर्ज नहीं। अभी देखें।',
  },
};
