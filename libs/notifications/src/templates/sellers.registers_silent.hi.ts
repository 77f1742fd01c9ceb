import type { Wordings } from '../domain/wordings.js';

export const sellersRegistersSilentHi: Wordings<'sellers.registers_silent'> = {
  maker: {
    subject: 'आपके काग़ज़ अधिकारी देखेंगे',
    text: '{shop} के काग़ज़ों के बारे में एक सरकारी रजिस्टर से समय पर उत्तर नहीं मिला। आपको कुछ नहीं करना है: आपके ज़िले के अधिकारी उन्हें देखेंगे, आवश्यकता हो तो मूल काग़ज़ों के साथ।',
    sms: 'ODOP बाज़ार: {shop} के काग़ज़ अब अधिकारी देखेंगे, एक रजिस्टर से उत्तर नहीं मिला।',
  },
};
