import type { Wordings } from '../domain/wordings.js';

export const identityContactChangedHi: Wordings<'identity.contact_changed'> = {
  person: {
    subject: 'आपका मोबाइल या ई-मेल बदला गया',
    text: 'आपके खाते का मोबाइल नंबर या ई-मेल {at} जोड़ा या बदला गया। यदि आपने बदला है तो सब ठीक है। यदि नहीं, तो तुरंत हमारे सहायता केंद्र को बताएँ।',
    sms: 'ODOP बाज़ार: {at} आपके खाते का मोबाइल या ई-मेल बदला गया। आपने नहीं? सहायता केंद्र को बताएँ।',
  },
};
