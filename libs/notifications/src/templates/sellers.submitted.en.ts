import type { Wordings } from '../domain/wordings.js';

export const sellersSubmittedEn: Wordings<'sellers.submitted'> = {
  maker: {
    subject: 'We have your application',
    text: 'Thank you. The application of {shop} has reached us. First our registers are asked, then an officer of your district reads it. We write to you as soon as there is an answer; you need not do anything now.',
    sms: 'ODOP Bazaar: we have received the application of {shop}. We will write when there is an answer.',
  },
};
