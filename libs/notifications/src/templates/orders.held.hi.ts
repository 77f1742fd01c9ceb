import type { Wordings } from '../domain/wordings.js';

export const ordersHeldHi: Wordings<'orders.held'> = {
  maker: {
    subject: 'ऑर्डर {order} को रोकिए',
    text: 'ग्राहक के बैंक ने ऑर्डर {order} के भुगतान पर सवाल किया है। पार्सल अपने पास रखिए: बैंक का निर्णय आने पर ही भेजिए। जो भी हो, आपको बताया जाएगा।',
    sms: 'ODOP बाज़ार: ऑर्डर {order} अभी न भेजें, बैंक भुगतान पर सवाल कर रहा है।',
  },
};
