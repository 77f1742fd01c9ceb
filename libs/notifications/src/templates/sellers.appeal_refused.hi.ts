import type { Wordings } from '../domain/wordings.js';

export const sellersAppealRefusedHi: Wordings<'sellers.appeal_refused'> = {
  maker: {
    subject: 'आपकी अपील स्वीकार नहीं हुई',
    text: 'एक दूसरे अधिकारी ने {shop} का मामला फिर देखा और निलंबन बना रहेगा। कारण अपनी दुकान में पढ़ें।',
    sms: 'ODOP बाज़ार: {shop} की अपील स्वीकार नहीं हुई। कारण दुकान में देखें।',
  },
};
