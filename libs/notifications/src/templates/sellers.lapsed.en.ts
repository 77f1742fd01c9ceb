import type { Wordings } from '../domain/wordings.js';

export const sellersLapsedEn: Wordings<'sellers.lapsed'> = {
  maker: {
    subject: 'Your application has ended',
    text: 'The application of {shop} waited for your correction and its time is over. Nothing is held against you: you can apply again whenever you are ready.',
    sms: 'ODOP Bazaar: the time for the application of {shop} is over. You can apply again any day.',
  },
};
