import type { Wordings } from '../domain/wordings.js';

export const sellersAppealedHi: Wordings<'sellers.appealed'> = {
  officer: {
    subject: 'एक अपील आपके पास है: {shop}',
    text: '{shop} ने अपने निलंबन के विरुद्ध अपील की है। कृपया अपने डेस्क पर मामला पढ़ें और निर्णय लें; तब तक निलंबन बना रहेगा।',
    sms: 'ODOP बाज़ार: {shop} की अपील आपके निर्णय के लिए है।',
  },
};
