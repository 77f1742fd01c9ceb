import type { Wordings } from '../domain/wordings.js';

export const sellersRenewedHi: Wordings<'sellers.renewed'> = {
  maker: {
    subject: 'आपका सारा सामान फिर बिक्री पर है',
    text: 'धन्यवाद: {shop} के सभी काग़ज़ फिर मान्य हैं और सारा सामान पहले की तरह बिक्री पर है।',
    sms: 'ODOP बाज़ार: {shop} के काग़ज़ फिर मान्य हैं। सारा सामान बिक्री पर है।',
  },
};
