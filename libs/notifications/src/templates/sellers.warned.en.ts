import type { Wordings } from '../domain/wordings.js';

export const sellersWarnedEn: Wordings<'sellers.warned'> = {
  maker: {
    subject: 'A warning',
    text: 'An incident about {shop} was upheld and ends with a warning. Nothing is hidden and you go on selling. Please open your shop to read the reason, so that it does not happen again.',
    sms: 'ODOP Bazaar: a warning for {shop}. Please open your shop to read why. You go on selling.',
  },
};
