import type { Wordings } from '../domain/wordings.js';

export const ordersReleasedHi: Wordings<'orders.released'> = {
  maker: {
    subject: 'ऑर्डर {order} आगे बढ़ाएँ',
    text: 'बैंक ने निर्णय दे दिया है: ऑर्डर {order} आगे बढ़ेगा। कृपया उसे सामान्य रूप से भेजें।',
    sms: 'ODOP बाज़ार: ऑर्डर {order} अब भेज सकते हैं।',
  },
};
