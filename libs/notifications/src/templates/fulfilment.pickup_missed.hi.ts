import type { Wordings } from '../domain/wordings.js';

export const fulfilmentPickupMissedHi: Wordings<'fulfilment.pickup_missed'> = {
  shopper: {
    subject: 'ऑर्डर {order} लेने आए कूरियर को कोई नहीं मिला',
    text: 'कूरियर ऑर्डर {order} का सामान लेने आया और कोई नहीं मिला। वह अधिक से अधिक {left} बार और आएगा।',
    sms: 'ODOP बाज़ार: ऑर्डर {order} की वापसी लेने आए कूरियर को कोई नहीं मिला। वह {left} बार और आएगा।',
  },
};
