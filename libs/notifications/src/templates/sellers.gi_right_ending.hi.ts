import type { Wordings } from '../domain/wordings.js';

export const sellersGiRightEndingHi: Wordings<'sellers.gi_right_ending'> = {
  maker: {
    subject: '{gi} नाम पर आपका अधिकार समाप्त होने वाला है',
    text: '{shop}: {gi} के अधिकृत उपयोगकर्ता का आपका प्रमाणपत्र {ends} से मान्य नहीं रहेगा। सामान बिक्री पर रहेगा, पर उस दिन से जीआई चिह्न नहीं दिखेगा। कृपया उससे पहले नया प्रमाणपत्र दर्ज करें: ज़िला अधिकारी उसे रजिस्टर से मिलाएँगे।',
    sms: 'ODOP बाज़ार: {shop}: {gi} का प्रमाणपत्र {ends} से मान्य नहीं रहेगा। कृपया नया दर्ज करें।',
  },
};
