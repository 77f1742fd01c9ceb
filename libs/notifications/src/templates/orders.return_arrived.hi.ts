import type { Wordings } from '../domain/wordings.js';

export const ordersReturnArrivedHi: Wordings<'orders.return_arrived'> = {
  maker: {
    subject: 'ऑर्डर {order} का सामान आपके पास लौटा',
    text: 'कूरियर ऑर्डर {order} का सामान आपके पास लौटा लाया है। देखें और {due} तक बताएँ कि क्या वह फिर बिक सकता है। तब तक न बताने पर वह प्राप्त माना जाएगा।',
    sms: 'ODOP बाज़ार: ऑर्डर {order} का सामान लौटा। {due} तक बताएँ कि क्या वह फिर बिक सकता है।',
  },
  shopper: {
    subject: 'ऑर्डर {order} की वापसी पहुँच गई',
    text: 'ऑर्डर {order} का सामान कारीगर के पास पहुँच गया है। वे अब उसे देखेंगे, फिर आपको वह मिलेगा जो आपने माँगा था।',
    sms: 'ODOP बाज़ार: ऑर्डर {order} की वापसी कारीगर के पास पहुँच गई।',
  },
};
