import type { Wordings } from '../domain/wordings.js';

export const sellersEscalatedHi: Wordings<'sellers.escalated'> = {
  officer: {
    subject: 'एक आवेदन बहुत समय से रुका है: {shop}',
    text: '{shop} के आवेदन पर संबंधित कार्यालय ने समय पर निर्णय नहीं लिया। अब यह आपके डेस्क पर भी है: कृपया खोलें और निर्णय लें।',
    sms: 'ODOP बाज़ार: {shop} का आवेदन बहुत समय से रुका है। अब यह आपके डेस्क पर भी है।',
  },
};
