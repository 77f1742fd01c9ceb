import type { Wordings } from '../domain/wordings.js';

export const sellersPaperEndingEn: Wordings<'sellers.paper_ending'> = {
  maker: {
    subject: 'A paper of yours ends soon',
    text: 'For {shop}: {paper} no longer holds from {ends} on. Please hand in the new one before that day, so that your goods stay on sale. It takes a few minutes: open your shop and choose the paper.',
    sms: 'ODOP Bazaar: for {shop}, {paper} no longer holds from {ends} on. Please hand in the new one.',
  },
};
