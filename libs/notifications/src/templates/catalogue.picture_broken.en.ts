import type { Wordings } from '../domain/wordings.js';

export const cataloguePictureBrokenEn: Wordings<'catalogue.picture_broken'> = {
  maker: {
    subject: 'A picture cannot be shown',
    text: 'One of the pictures you added cannot be shown: {why}. Please take or save it again, as JPEG for example, and put the new one into your goods.',
    sms: 'ODOP Bazaar: one of your pictures cannot be shown: {why}. Please add it again.',
  },
};
