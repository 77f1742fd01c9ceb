import type { Wordings } from '../domain/wordings.js';

export const fulfilmentAttemptFailedHi: Wordings<'fulfilment.attempt_failed'> = {
  shopper: {
    subject: 'ऑर्डर {order} देने के लिए कूरियर को कोई नहीं मिला',
    text: 'कूरियर ऑर्डर {order} लेकर आया, पर दे नहीं सका। वह फिर आएगा: यह {most} में से प्रयास {attempt} था।',
    sms: 'ODOP बाज़ार: ऑर्डर {order} नहीं दिया जा सका ({most} में से प्रयास {attempt})। कूरियर फिर आएगा।',
  },
  last: {
    subject: 'ऑर्डर {order} नहीं दिया जा सका',
    text: 'कूरियर ऑर्डर {order} {attempt} बार लेकर आया, पर दे नहीं सका। यदि वह एक बार और नहीं आता, तो पार्सल कारीगर के पास लौटेगा और आपका पैसा आपको वापस मिलेगा।',
    sms: 'ODOP बाज़ार: ऑर्डर {order} नहीं दिया जा सका और कारीगर के पास लौट रहा है।',
  },
  consignee: {
    subject: 'अनुबंध {contract} का सामान नहीं दिया जा सका',
    text: 'कूरियर अनुबंध {contract} का सामान लेकर आया, पर दे नहीं सका: {most} में से प्रयास {attempt}। कृपया देखें कि कोई उसे ले सके।',
    sms: 'ODOP बाज़ार: अनुबंध {contract} का सामान नहीं दिया जा सका ({most} में से प्रयास {attempt})।',
  },
};
