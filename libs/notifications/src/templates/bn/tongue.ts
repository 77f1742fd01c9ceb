import type { Tongue } from '../tongue.js';
import { accountBn } from './account.js';
import { codesBn } from './codes.js';
import { goodsBn } from './goods.js';
import { moneyBn } from './money.js';
import { ordersBn } from './orders.js';
import { shopBn } from './shop.js';
import { wordsBn } from './words.js';

export const bn: Tongue = {
  locale: 'bn-IN-u-nu-latn',
  clock: (hour, minute) => `${hour}:${minute} টা`,
  words: wordsBn,
  codes: codesBn,
  frame: 'নমস্কার {name},\n\n{text}\n\nODOP বাজার\n',
  follow:
    'এই অর্ডার দেখুন, বাতিল করুন বা জিনিস ফেরত দিন: {link}\nযাঁর কাছে এই লিংক আছে তিনিই তা করতে পারেন; নিজের কাছে রাখুন।',
  unsubscribe: 'এ রকম চিঠি আর চাই না: {link}',
  news: { ...accountBn, ...shopBn, ...goodsBn, ...ordersBn, ...moneyBn },
};
