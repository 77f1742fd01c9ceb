import type { Wordings } from '../domain/wordings.js';

export const catalogueReviewInvitedEn: Wordings<'catalogue.review_invited'> = {
  shopper: {
    subject: 'How is it? {title}',
    text: '“{title}” has reached you. Please say how it is: stars and, if you like, a few words. Only who has bought it can. You find it among your reviews.',
    sms: 'ODOP Bazaar: “{title}” has reached you. How is it? Please say it among your reviews.',
  },
};
