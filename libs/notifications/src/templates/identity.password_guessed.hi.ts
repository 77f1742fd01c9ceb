import type { Wordings } from '../domain/wordings.js';

export const identityPasswordGuessedHi: Wordings<'identity.password_guessed'> = {
  person: {
    subject: 'कोई आपका पासवर्ड आज़मा रहा है',
    text: 'किसी ने आपके खाते के लिए बार-बार ग़लत पासवर्ड डाला, आख़िरी बार {at}। वह अंदर नहीं आ सका; हर अगली कोशिश को रुकना होगा। यदि यह आप थे तो “पासवर्ड भूल गए” चुनें। यदि नहीं, तो लंबा, अलग पासवर्ड आपको सुरक्षित रखता है।',
    sms: 'ODOP बाज़ार: {at} आपके खाते में ग़लत पासवर्ड डाले गए। कोई अंदर नहीं आया। आप नहीं थे? नया पासवर्ड बनाएँ।',
  },
};
