import type { Wordings } from '../domain/wordings.js';

export const sellersMoratoriumHi: Wordings<'sellers.moratorium'> = {
  maker: {
    subject: 'जाँच के दौरान आपका सामान रुका है',
    text: '{shop} के बारे में एक मामले की जाँच चल रही है। तब तक आपका सामान बिक्री पर नहीं है; जो बिक चुका है उसे कृपया पहुँचाएँ। मामला क्या है, यह अपनी दुकान में पढ़ें और वहीं उत्तर दें।',
    sms: 'ODOP बाज़ार: {shop} के मामले की जाँच चल रही है। सामान रुका है; बिका हुआ कृपया पहुँचाएँ।',
  },
};
