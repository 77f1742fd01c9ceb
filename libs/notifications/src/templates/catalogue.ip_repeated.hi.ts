import type { Wordings } from '../domain/wordings.js';

export const catalogueIpRepeatedHi: Wordings<'catalogue.ip_repeated'> = {
  officer: {
    subject: 'बार-बार नक़ल: {shop}',
    text: '{shop} की {goods, plural, one {# वस्तु} other {# अलग-अलग वस्तुओं}} पर नक़ल की शिकायत सही ठहरी है। कृपया देखें कि क्या कार्रवाई बनती है।',
    sms: 'ODOP बाज़ार: {shop} की {goods, plural, one {# वस्तु} other {# वस्तुओं}} पर नक़ल की शिकायत सही ठहरी। कृपया देखें।',
  },
};
