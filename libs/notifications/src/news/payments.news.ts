import { PaymentRefunded, PayoutFailed, PayoutPaid } from '#payments';
import { about, makerOwner, person } from './about.js';

/** Money that moved: whose it is hears of it. */
export const aboutPayments = [
  about('payments.refunded', PaymentRefunded, (e) => ({
    shopper: { to: person(e.payerId), values: { amount: e.amount_paise } },
  })),
  about('payments.payout_paid', PayoutPaid, (e) => ({
    maker: { to: makerOwner(e.sellerId), values: { amount: e.amount_paise, utr: e.utr } },
  })),
  about('payments.payout_failed', PayoutFailed, (e) => ({ maker: { to: makerOwner(e.sellerId), values: {} } })),
];
