import type { Wordings } from '../domain/wordings.js';

export const identityErasureAskedHi: Wordings<'identity.erasure_asked'> = {
  person: {
    subject: 'आपका खाता मिटाया जाएगा',
    text: 'आपने हमसे आपको भूल जाने को कहा है। {due} आपका नाम, पते और साइन-इन सदा के लिए मिटा दिए जाएँगे। तब तक आप इसे वापस ले सकते हैं।',
    sms: 'ODOP बाज़ार: आपके कहने पर आपका खाता {due} मिटाया जाएगा। तब तक आप इसे वापस ले सकते हैं।',
  },
};
