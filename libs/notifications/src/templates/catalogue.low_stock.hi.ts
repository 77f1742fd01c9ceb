import type { Wordings } from '../domain/wordings.js';

export const catalogueLowStockHi: Wordings<'catalogue.low_stock'> = {
  maker: {
    subject: 'थोड़ा बचा है: {title}',
    text: '“{title}” ({variant}) {left, plural, one {का # नग बचा है} other {के # नग बचे हैं}}। बिक जाने से पहले और बना लें या गिनती बढ़ा दें; तब तक जो है वह ग्राहक और सरकारी ख़रीदार मँगा सकते हैं।',
    sms: 'ODOP बाज़ार: “{title}” ({variant}) {left, plural, one {का # नग बचा है} other {के # नग बचे हैं}}।',
  },
};
