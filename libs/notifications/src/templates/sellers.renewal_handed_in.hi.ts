import type { Wordings } from '../domain/wordings.js';

export const sellersRenewalHandedInHi: Wordings<'sellers.renewal_handed_in'> = {
  officer: {
    subject: 'एक नया काग़ज़ आपके पास है: {shop}',
    text: '{shop} ने {paper} फिर से दिया है। कृपया मूल से मिलान करें और अपने डेस्क पर निर्णय लें।',
    sms: 'ODOP बाज़ार: {shop} का एक नया काग़ज़ आपकी समीक्षा के लिए है।',
  },
};
