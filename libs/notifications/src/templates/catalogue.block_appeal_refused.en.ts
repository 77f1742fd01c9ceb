import type { Wordings } from '../domain/wordings.js';

export const catalogueBlockAppealRefusedEn: Wordings<'catalogue.block_appeal_refused'> = {
  maker: {
    subject: 'Your appeal was not allowed: {title}',
    text: 'Another office has looked at “{title}” again and does not allow your appeal. Put right what is asked for and send the goods in again.',
    sms: 'ODOP Bazaar: your appeal about “{title}” was not allowed. Please open it.',
  },
};
