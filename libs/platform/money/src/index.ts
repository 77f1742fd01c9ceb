export { money, moneySchema, paiseColumn, priceInput, rupees, sumPaise, type Money, type Paise } from './paise.js';
export { divideHalfUp, shareOf, type Bp } from './rate.js';
