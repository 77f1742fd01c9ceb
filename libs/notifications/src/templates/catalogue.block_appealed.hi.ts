import type { Wordings } from '../domain/wordings.js';

export const catalogueBlockAppealedHi: Wordings<'catalogue.block_appealed'> = {
  officer: {
    subject: 'सामान पर अपील: {title}',
    text: '{shop} का कहना है कि “{title}” ग़लत हटाया गया। कृपया अपने डेस्क पर उनकी बात पढ़ें और फ़ैसला करें।',
    sms: 'ODOP बाज़ार: {shop} ने “{title}” पर अपील की है। कृपया फ़ैसला करें।',
  },
};
