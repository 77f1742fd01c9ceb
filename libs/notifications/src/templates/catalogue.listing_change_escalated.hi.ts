import type { Wordings } from '../domain/wordings.js';

export const catalogueChangeEscalatedHi: Wordings<'catalogue.listing_change_escalated'> = {
  officer: {
    subject: 'एक बदलाव बहुत देर से रुका है: {title}',
    text: '{shop} के “{title}” के बदलाव पर समय पर फ़ैसला नहीं हुआ। अब यह आपके डेस्क पर है।',
    sms: 'ODOP बाज़ार: {shop} के “{title}” का बदलाव आपके पास है।',
  },
};
