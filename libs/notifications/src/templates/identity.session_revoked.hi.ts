import type { Wordings } from '../domain/wordings.js';

export const identitySessionRevokedHi: Wordings<'identity.session_revoked'> = {
  person: {
    subject: 'आपका एक साइन-इन बंद किया गया',
    text: 'आपका एक साइन-इन {at} दो जगहों से उपयोग हुआ, मानो उसकी नक़ल की गई हो। हमने उसे बंद कर दिया। फिर से साइन इन करें; यदि आप नहीं जानते कि क्या हुआ, तो नया पासवर्ड बनाएँ।',
    sms: 'ODOP बाज़ार: {at} आपका साइन-इन दो जगहों से उपयोग हुआ, इसलिए बंद किया गया। फिर साइन इन करें, पासवर्ड बदलें।',
  },
};
