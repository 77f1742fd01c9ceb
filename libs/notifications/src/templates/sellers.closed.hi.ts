import type { Wordings } from '../domain/wordings.js';

export const sellersClosedHi: Wordings<'sellers.closed'> = {
  maker: {
    subject: 'आपकी दुकान बंद हो गई',
    text: 'आपकी इच्छा के अनुसार {shop} बंद कर दी गई है। हमारे साथ बिताए समय के लिए धन्यवाद; जब चाहें फिर आवेदन करें।',
    sms: 'ODOP बाज़ार: {shop} आपकी इच्छा से बंद हुई। आप फिर आवेदन कर सकते हैं।',
  },
};
