import type { Wordings } from '../domain/wordings.js';

export const sellersRenewalRefusedEn: Wordings<'sellers.renewal_refused'> = {
  maker: {
    subject: 'A paper was not accepted',
    text: 'For {shop}: {paper} you handed in anew could not be accepted. Please open your shop to read the reason, put it right and hand it in again.',
    sms: 'ODOP Bazaar: for {shop}, {paper} was not accepted. Please open your shop to read why.',
  },
};
