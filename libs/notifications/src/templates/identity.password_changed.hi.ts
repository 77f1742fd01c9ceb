import type { Wordings } from '../domain/wordings.js';

export const identityPasswordChangedHi: Wordings<'identity.password_changed'> = {
  person: {
    subject: 'आपका पासवर्ड बदला गया',
    text: 'आपके खाते का पासवर्ड {at} बदला गया। यदि आपने बदला है तो सब ठीक है। यदि नहीं, तो तुरंत “पासवर्ड भूल गए” से नया पासवर्ड बनाएँ और हमारे सहायता केंद्र को बताएँ।',
    sms: 'ODOP बाज़ार: आपका पासवर्ड {at} बदला गया। आपने नहीं? तुरंत नया बनाएँ।',
  },
};
