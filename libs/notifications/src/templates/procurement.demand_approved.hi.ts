import type { Wordings } from '../domain/wordings.js';

export const procurementDemandApprovedHi: Wordings<'procurement.demand_approved'> = {
  buyer: {
    subject: 'माँग स्वीकृत: {title}',
    text: 'माँग “{title}” स्वीकृत हुई और उसके लिए राशि अलग रखी गई है। अब आप ऑर्डर दे सकते हैं।',
    sms: 'ODOP बाज़ार: माँग "{title}" स्वीकृत हुई, राशि अलग रखी गई। अब ऑर्डर दे सकते हैं।',
  },
};
