import type { Wordings } from '../domain/wordings.js';

export const sellersDebarredHi: Wordings<'sellers.debarred'> = {
  maker: {
    subject: 'आपकी दुकान हटा दी गई है',
    text: '{shop} में तीसरी बार गंभीर दोष पाया गया और उसे ODOP बाज़ार से स्थायी रूप से हटा दिया गया है। आपका जो भुगतान बाक़ी है, वह किया जाएगा।',
    sms: 'ODOP बाज़ार: {shop} स्थायी रूप से हटा दी गई है। बाक़ी भुगतान किया जाएगा।',
  },
};
