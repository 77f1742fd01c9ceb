import type { Wordings } from '../domain/wordings.js';

export const sellersMoratoriumEn: Wordings<'sellers.moratorium'> = {
  maker: {
    subject: 'Your goods rest while a case is looked into',
    text: 'An incident about {shop} is being looked into. Until it is closed your goods are not on sale; please deliver what was sold before. Open your shop to read what it is about, and answer there.',
    sms: 'ODOP Bazaar: a case about {shop} is looked into. Your goods rest; please deliver what was sold.',
  },
};
