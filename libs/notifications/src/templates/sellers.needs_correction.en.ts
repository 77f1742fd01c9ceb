import type { Wordings } from '../domain/wordings.js';

export const sellersNeedsCorrectionEn: Wordings<'sellers.needs_correction'> = {
  maker: {
    subject: 'Your application needs a correction',
    text: 'Something in the application of {shop} has to be corrected or added. Please open your application: it says what is missing. Correct it and send it in again; nothing else is lost.',
    sms: 'ODOP Bazaar: the application of {shop} needs a correction. Please open it and send it again.',
  },
};
