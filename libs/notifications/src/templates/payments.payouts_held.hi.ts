import type { Wordings } from '../domain/wordings.js';

export const paymentsPayoutsHeldHi: Wordings<'payments.payouts_held'> = {
  maker: {
    subject: 'आपके भुगतान अभी रुके हैं',
    text: 'आपको आगे भुगतान करने से पहले हमारे भुगतान विभाग को कुछ जाँचना है। आपकी कमाई आपकी ही है और आपके विवरण में दिखती है; जाँच पूरी होते ही भुगतान फिर शुरू होंगे।',
    sms: 'ODOP बाज़ार: जाँच तक आपके भुगतान रुके हैं। आपका पैसा सुरक्षित है।',
  },
};
