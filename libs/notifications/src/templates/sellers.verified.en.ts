import type { Wordings } from '../domain/wordings.js';

export const sellersVerifiedEn: Wordings<'sellers.verified'> = {
  maker: {
    subject: 'Welcome: you can sell now',
    text: 'Good news: {shop} is verified. You can put your goods up now; an officer of your district looks at each of them once, then they are on sale.',
    sms: 'ODOP Bazaar: {shop} is verified. You can put up your goods now.',
  },
};
