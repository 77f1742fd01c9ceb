import type { Wordings } from '../domain/wordings.js';

export const sellersRejectedEn: Wordings<'sellers.rejected'> = {
  maker: {
    subject: 'Your application was not accepted',
    text: 'We are sorry: the application of {shop} was not accepted. Please open it to read the reason. If the reason can be put right, you are welcome to apply again; the district office helps you.',
    sms: 'ODOP Bazaar: the application of {shop} was not accepted. Please open it to read why.',
  },
};
