import type { Wordings } from '../domain/wordings.js';

export const identityMemberInvitedHi: Wordings<'identity.member_invited'> = {
  person: {
    subject: '{shop} आपको साथ काम करने के लिए बुला रही है',
    text: '{shop} आपको ODOP बाज़ार पर {role} के रूप में साथ काम करने का निमंत्रण देती है। यदि आप उन्हें जानते हैं तो 14 दिन के भीतर अपने निमंत्रण खोलकर स्वीकार करें। नहीं तो कुछ करने की आवश्यकता नहीं है।',
    sms: 'ODOP बाज़ार: {shop} आपको {role} के रूप में बुला रही है। निमंत्रण खोलकर स्वीकार करें।',
  },
};
