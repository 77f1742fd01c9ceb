import type { Wordings } from '../domain/wordings.js';

export const identitySecondFactorRemovedHi: Wordings<'identity.second_factor_removed'> = {
  person: {
    subject: 'आपका ऑथेंटिकेटर ऐप हटाया गया',
    text: 'आपके खाते का ऑथेंटिकेटर ऐप {at} हटाया गया। यदि आपने हटाया है या हमारे सहायता केंद्र से कहा था, तो अगली बार साइन इन करते समय नया ऐप जोड़ें। यदि नहीं, तो तुरंत पासवर्ड बदलें और हमारे सहायता केंद्र को बताएँ।',
    sms: 'ODOP बाज़ार: आपका ऑथेंटिकेटर ऐप {at} हटाया गया। आपने नहीं? तुरंत पासवर्ड बदलें।',
  },
};
