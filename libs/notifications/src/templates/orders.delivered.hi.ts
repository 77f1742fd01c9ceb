import type { Wordings } from '../domain/wordings.js';

export const ordersDeliveredHi: Wordings<'orders.delivered'> = {
  maker: {
    subject: 'ऑर्डर {order} पहुँच गया',
    text: 'ऑर्डर {order} ख़रीदार तक पहुँच गया है। वापसी का समय पूरा होते ही आपका पैसा आपके बैंक में भेजा जाएगा।',
    sms: 'ODOP बाज़ार: ऑर्डर {order} ख़रीदार तक पहुँच गया।',
  },
  shopper: {
    subject: 'ऑर्डर {order} पहुँच गया',
    text: 'ऑर्डर {order} आप तक पहुँचा दिया गया है। आशा है आपको पसंद आएगा। कुछ ठीक न हो तो वापसी के समय के भीतर ऑर्डर खोलकर हमें बताएँ।',
    sms: 'ODOP बाज़ार: ऑर्डर {order} पहुँचा दिया गया। कुछ ठीक न हो तो ऑर्डर खोलकर बताएँ।',
  },
};
