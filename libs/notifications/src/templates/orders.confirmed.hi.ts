import type { Wordings } from '../domain/wordings.js';

export const ordersConfirmedHi: Wordings<'orders.confirmed'> = {
  shopper: {
    subject: 'ऑर्डर {order} की पुष्टि हुई',
    text: 'कारीगर ने ऑर्डर {order} की पुष्टि की है और उसे आपके लिए तैयार कर रहे हैं। रवाना होने पर हम फिर लिखेंगे।',
    sms: 'ODOP बाज़ार: कारीगर ने ऑर्डर {order} की पुष्टि की है।',
  },
};
