import type { Wordings } from '../domain/wordings.js';

export const fulfilmentPickupBookedHi: Wordings<'fulfilment.pickup_booked'> = {
  shopper: {
    subject: 'ऑर्डर {order} की वापसी लेने कूरियर आएगा',
    text: 'अगले दिनों में कूरियर आपके दरवाज़े से ऑर्डर {order} का सामान लेगा। कृपया उसे बाँधकर रखें। यदि आप स्वयं भेजना चाहें तो ऑर्डर खोलकर वाहक और नंबर लिखें।',
    sms: 'ODOP बाज़ार: ऑर्डर {order} का सामान लेने कूरियर आएगा। कृपया बाँधकर रखें।',
  },
};
