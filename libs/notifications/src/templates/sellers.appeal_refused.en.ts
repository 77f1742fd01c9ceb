import type { Wordings } from '../domain/wordings.js';

export const sellersAppealRefusedEn: Wordings<'sellers.appeal_refused'> = {
  maker: {
    subject: 'Your appeal was not allowed',
    text: 'Another officer has looked at the case of {shop} once more, and the suspension stays. Please open your shop to read the reason.',
    sms: 'ODOP Bazaar: the appeal of {shop} was not allowed. Please open your shop to read why.',
  },
};
