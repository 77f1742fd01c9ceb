import type { Wordings } from '../domain/wordings.js';

export const sellersRenewalHandedInEn: Wordings<'sellers.renewal_handed_in'> = {
  officer: {
    subject: 'A renewed paper waits for you: {shop}',
    text: '{shop} has handed in {paper} anew. Please compare it with the original and decide on it on your desk.',
    sms: 'ODOP Bazaar: a renewed paper of {shop} waits for your review.',
  },
};
