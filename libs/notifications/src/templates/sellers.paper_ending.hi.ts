import type { Wordings } from '../domain/wordings.js';

export const sellersPaperEndingHi: Wordings<'sellers.paper_ending'> = {
  maker: {
    subject: 'आपके एक काग़ज़ की अवधि समाप्त होने वाली है',
    text: '{shop}: {paper} {ends} से मान्य नहीं रहेगा। सामान बिक्री पर रहे, इसके लिए कृपया उससे पहले नया काग़ज़ दें। इसमें कुछ ही मिनट लगते हैं: अपनी दुकान खोलें और काग़ज़ चुनें।',
    sms: 'ODOP बाज़ार: {shop}: {paper} {ends} से मान्य नहीं रहेगा। कृपया नया दें।',
  },
};
