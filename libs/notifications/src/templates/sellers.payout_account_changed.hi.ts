import type { Wordings } from '../domain/wordings.js';

export const sellersPayoutAccountChangedHi: Wordings<'sellers.payout_account_changed'> = {
  maker: {
    subject: 'आपका बैंक खाता बदला गया',
    text: '{shop} का बैंक खाता {at} को बदला गया। आपके पैसे की सुरक्षा के लिए {rests_until} तक कोई भुगतान नहीं होगा। यदि यह आपने किया है तो सब ठीक है। नहीं तो तुरंत हमारे सहायता केंद्र को बताएँ।',
    sms: 'ODOP बाज़ार: आपका बैंक खाता बदला गया। {rests_until} तक भुगतान रुके हैं। आपने नहीं किया? तुरंत बताएँ।',
  },
};
