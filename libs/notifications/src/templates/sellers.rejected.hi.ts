import type { Wordings } from '../domain/wordings.js';

export const sellersRejectedHi: Wordings<'sellers.rejected'> = {
  maker: {
    subject: 'आपका आवेदन स्वीकार नहीं हुआ',
    text: 'हमें खेद है: {shop} का आवेदन स्वीकार नहीं हुआ। कारण पढ़ने के लिए कृपया आवेदन खोलें। यदि कारण दूर हो सकता है तो आप फिर से आवेदन कर सकते हैं; ज़िला कार्यालय आपकी मदद करेगा।',
    sms: 'ODOP बाज़ार: {shop} का आवेदन स्वीकार नहीं हुआ। कारण आवेदन में देखें।',
  },
};
