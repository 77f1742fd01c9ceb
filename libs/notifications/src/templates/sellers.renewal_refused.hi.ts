import type { Wordings } from '../domain/wordings.js';

export const sellersRenewalRefusedHi: Wordings<'sellers.renewal_refused'> = {
  maker: {
    subject: 'एक काग़ज़ स्वीकार नहीं हुआ',
    text: '{shop}: आपका दिया हुआ {paper} स्वीकार नहीं हो सका। कारण पढ़ने के लिए अपनी दुकान खोलें, ठीक करें और फिर से दें।',
    sms: 'ODOP बाज़ार: {shop}: {paper} स्वीकार नहीं हुआ। कारण दुकान में देखें।',
  },
};
