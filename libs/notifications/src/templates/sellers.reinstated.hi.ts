import type { Wordings } from '../domain/wordings.js';

export const sellersReinstatedHi: Wordings<'sellers.reinstated'> = {
  maker: {
    subject: 'आपकी दुकान फिर खुली है',
    text: '{shop} का निलंबन समाप्त हुआ। आपका सामान फिर बिक्री पर है।',
    sms: 'ODOP बाज़ार: {shop} का निलंबन समाप्त। सामान फिर बिक्री पर है।',
  },
};
