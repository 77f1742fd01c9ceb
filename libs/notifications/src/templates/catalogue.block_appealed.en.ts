import type { Wordings } from '../domain/wordings.js';

export const catalogueBlockAppealedEn: Wordings<'catalogue.block_appealed'> = {
  officer: {
    subject: 'An appeal about goods: {title}',
    text: '{shop} says that “{title}” was taken from the shop wrongly. Please read her words on your desk and decide.',
    sms: 'ODOP Bazaar: {shop} appeals about “{title}”. Please decide.',
  },
};
