import type { Wordings } from '../domain/wordings.js';

export const sellersDebarredEn: Wordings<'sellers.debarred'> = {
  maker: {
    subject: 'Your shop is excluded',
    text: '{shop} was found at grave fault for the third time and is excluded from ODOP Bazaar for good. What is still to be paid to you is paid.',
    sms: 'ODOP Bazaar: {shop} is excluded for good. What is still to be paid to you is paid.',
  },
};
