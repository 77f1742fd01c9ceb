import type { Wordings } from '../domain/wordings.js';

export const identityStaffLookedHi: Wordings<'identity.staff_looked'> = {
  person: {
    subject: 'हमारे कर्मचारी ने आपका खाता देखा',
    text: 'हमारे एक कर्मचारी ने {at} आपका खाता केवल पढ़ने के लिए देखा। कारण आपके साइन-इन की सूची में लिखा है।',
    sms: 'ODOP बाज़ार: हमारे कर्मचारी ने {at} आपका खाता केवल पढ़ने के लिए देखा। कारण साइन-इन सूची में है।',
  },
};
