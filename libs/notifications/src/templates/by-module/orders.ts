import type { WordingsOf } from '../../domain/wordings.js';
import { ordersPlacedEn } from '../orders.placed.en.js';
import { ordersPlacedHi } from '../orders.placed.hi.js';
import { ordersConfirmedEn } from '../orders.confirmed.en.js';
import { ordersConfirmedHi } from '../orders.confirmed.hi.js';
import { ordersCancelledEn } from '../orders.cancelled.en.js';
import { ordersCancelledHi } from '../orders.cancelled.hi.js';
import { ordersDeliveredEn } from '../orders.delivered.en.js';
import { ordersDeliveredHi } from '../orders.delivered.hi.js';
import { ordersDividedEn } from '../orders.divided.en.js';
import { ordersDividedHi } from '../orders.divided.hi.js';
import { ordersLinesGoneEn } from '../orders.lines_gone.en.js';
import { ordersLinesGoneHi } from '../orders.lines_gone.hi.js';
import { ordersExchangedEn } from '../orders.exchanged.en.js';
import { ordersExchangedHi } from '../orders.exchanged.hi.js';
import { ordersReturnAskedEn } from '../orders.return_asked.en.js';
import { ordersReturnAskedHi } from '../orders.return_asked.hi.js';
import { ordersReturnArrivedEn } from '../orders.return_arrived.en.js';
import { ordersReturnArrivedHi } from '../orders.return_arrived.hi.js';
import { ordersReturnLostEn } from '../orders.return_lost.en.js';
import { ordersReturnLostHi } from '../orders.return_lost.hi.js';
import { ordersReturnDecidedEn } from '../orders.return_decided.en.js';
import { ordersReturnDecidedHi } from '../orders.return_decided.hi.js';
import { ordersReturnAnsweredEn } from '../orders.return_answered.en.js';
import { ordersReturnAnsweredHi } from '../orders.return_answered.hi.js';
import { ordersHeldEn } from '../orders.held.en.js';
import { ordersHeldHi } from '../orders.held.hi.js';
import { ordersReleasedEn } from '../orders.released.en.js';
import { ordersReleasedHi } from '../orders.released.hi.js';
import { ordersWaitsEn } from '../orders.waits.en.js';
import { ordersWaitsHi } from '../orders.waits.hi.js';

export const orders: WordingsOf<'orders'> = {
  'orders.placed': { en: ordersPlacedEn, hi: ordersPlacedHi },
  'orders.confirmed': { en: ordersConfirmedEn, hi: ordersConfirmedHi },
  'orders.cancelled': { en: ordersCancelledEn, hi: ordersCancelledHi },
  'orders.delivered': { en: ordersDeliveredEn, hi: ordersDeliveredHi },
  'orders.divided': { en: ordersDividedEn, hi: ordersDividedHi },
  'orders.lines_gone': { en: ordersLinesGoneEn, hi: ordersLinesGoneHi },
  'orders.exchanged': { en: ordersExchangedEn, hi: ordersExchangedHi },
  'orders.return_asked': { en: ordersReturnAskedEn, hi: ordersReturnAskedHi },
  'orders.return_arrived': { en: ordersReturnArrivedEn, hi: ordersReturnArrivedHi },
  'orders.return_lost': { en: ordersReturnLostEn, hi: ordersReturnLostHi },
  'orders.return_decided': { en: ordersReturnDecidedEn, hi: ordersReturnDecidedHi },
  'orders.return_answered': { en: ordersReturnAnsweredEn, hi: ordersReturnAnsweredHi },
  'orders.held': { en: ordersHeldEn, hi: ordersHeldHi },
  'orders.released': { en: ordersReleasedEn, hi: ordersReleasedHi },
  'orders.waits': { en: ordersWaitsEn, hi: ordersWaitsHi },
};
