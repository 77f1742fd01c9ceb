import type { Wordings } from '../domain/wordings.js';

export const catalogueReviewPublishedEn: Wordings<'catalogue.review_published'> = {
  maker: {
    subject: 'A buyer speaks of {title}',
    text: 'A buyer has reviewed “{title}”. You may answer once, and change your answer later: thank her, or say what you do about it.',
    sms: 'ODOP Bazaar: a buyer has reviewed “{title}”. You may answer.',
  },
  shopper: {
    subject: 'Your review is there: {title}',
    text: 'The officer has read your review of “{title}”. Everybody can read it now. Thank you.',
    sms: 'ODOP Bazaar: your review of “{title}” is published. Thank you.',
  },
};
