import type { Tongue } from '../tongue.js';
import { accountTa } from './account.js';
import { codesTa } from './codes.js';
import { goodsTa } from './goods.js';
import { moneyTa } from './money.js';
import { ordersTa } from './orders.js';
import { shopTa } from './shop.js';
import { wordsTa } from './words.js';

export const ta: Tongue = {
  locale: 'ta-IN-u-nu-latn',
  clock: (hour, minute) => `${hour}:${minute} மணி`,
  words: wordsTa,
  codes: codesTa,
  frame: 'வணக்கம் {name},\n\n{text}\n\nODOP பஜார்\n',
  follow:
    'இந்த ஆர்டரைப் பார்க்க, ரத்து செய்ய அல்லது பொருளைத் திருப்பி அனுப்ப: {link}\nஇந்த இணைப்பு உள்ள எவரும் இதைச் செய்யலாம்; உங்களிடமே வைத்திருங்கள்.',
  unsubscribe: 'இது போன்ற கடிதங்கள் இனி வேண்டாம்: {link}',
  news: { ...accountTa, ...shopTa, ...goodsTa, ...ordersTa, ...moneyTa },
};
