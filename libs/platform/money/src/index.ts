export { inDigits, inWords } from './in-words.js';
export { money, moneySchema, paiseColumn, priceInput, rupees, sumPaise, type Money, type Paise } from './paise.js';
export { apportion } from './apportion.js';
export { divideHalfUp, shareOf, type Bp } from './rate.js';
