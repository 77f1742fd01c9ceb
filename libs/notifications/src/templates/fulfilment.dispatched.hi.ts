import type { Wordings } from '../domain/wordings.js';

export const fulfilmentDispatchedHi: Wordings<'fulfilment.dispatched'> = {
  shopper: {
    subject: 'ऑर्डर {order} रवाना हुआ',
    text: 'ऑर्डर {order} कारीगर के यहाँ से चल चुका है। पार्सल संख्या: {tracking}।',
    sms: 'ODOP बाज़ार: ऑर्डर {order} रवाना। पार्सल {tracking}।',
  },
  consignee: {
    subject: 'अनुबंध {contract} का सामान रवाना हुआ',
    text: 'अनुबंध {contract} का सामान कारीगर के यहाँ से चल चुका है। पार्सल संख्या: {tracking}। कृपया प्राप्ति और गिनती के लिए तैयार रहें।',
    sms: 'ODOP बाज़ार: अनुबंध {contract} का सामान रवाना। पार्सल {tracking}।',
  },
};
