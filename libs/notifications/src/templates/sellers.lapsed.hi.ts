import type { Wordings } from '../domain/wordings.js';

export const sellersLapsedHi: Wordings<'sellers.lapsed'> = {
  maker: {
    subject: 'आपका आवेदन समाप्त हो गया',
    text: '{shop} का आवेदन आपके सुधार की प्रतीक्षा में था और समय बीत गया। इससे कोई हानि नहीं है: जब तैयार हों, फिर से आवेदन करें।',
    sms: 'ODOP बाज़ार: {shop} के आवेदन का समय बीत गया। आप फिर आवेदन कर सकते हैं।',
  },
};
