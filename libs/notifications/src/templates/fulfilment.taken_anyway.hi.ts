import type { Wordings } from '../domain/wordings.js';

export const fulfilmentTakenAnywayHi: Wordings<'fulfilment.taken_anyway'> = {
  officer: {
    subject: 'रद्द होने पर भी {number} का पार्सल कूरियर के पास है',
    text: 'कूरियर को {number} का पार्सल लेने से मना किया गया था, पर वह उसे संख्या {tracking} से ले चुका है। कृपया उससे पार्सल कारीगर को लौटाने को कहें।',
    sms: 'ODOP बाज़ार: {number} का पार्सल (सं. {tracking}) रद्द होने पर भी चला गया। कृपया वापस मँगाएँ।',
  },
  maker: {
    subject: 'रद्द होने पर भी {number} का पार्सल कूरियर के पास है',
    text: 'कूरियर को {number} का पार्सल लेने से मना किया गया था, पर वह कहता है कि संख्या {tracking} से पार्सल उसके पास है। यदि आपने उसे दिया है तो ग्राहक सेवा को लिखें: हम उसे वापस मँगाते हैं।',
    sms: 'ODOP बाज़ार: {number} का पार्सल (सं. {tracking}) रद्द होने पर भी कूरियर के पास है। हम वापस मँगाते हैं।',
  },
};
