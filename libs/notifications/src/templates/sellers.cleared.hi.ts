import type { Wordings } from '../domain/wordings.js';

export const sellersClearedHi: Wordings<'sellers.cleared'> = {
  maker: {
    subject: 'कोई दोष नहीं मिला',
    text: '{shop} का मामला बंद हुआ और कोई दोष नहीं मिला। आपका सामान फिर बिक्री पर है।',
    sms: 'ODOP बाज़ार: {shop} का मामला बंद, कोई दोष नहीं। सामान फिर बिक्री पर है।',
  },
};
