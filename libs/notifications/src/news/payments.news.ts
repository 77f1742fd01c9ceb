import { platformOrganisationId } from '#identity';
import {
  ClawedBack,
  DifferencesFound,
  DisputeLost,
  DisputeOpened,
  MoneyWaits,
  PaymentRefunded,
  PayoutFailed,
  PayoutPaid,
  PayoutReturned,
  PayoutsHeld,
  RefundLate,
  RefundReplaced,
} from '#payments';
import { about, holders, makerOwner, person } from './about.js';

const paymentsDesk = holders(platformOrganisationId, ['payments_officer']);

/** Money that moved: whose it is hears of it. */
export const aboutPayments = [
  about('payments.refunded', PaymentRefunded, (e) => ({
    shopper: { to: person(e.payerId), values: { amount: e.amount_paise } },
  })),
  about('payments.refund_late', RefundLate, (e) => ({
    officer: {
      to: paymentsDesk,
      values: { amount: e.amount_paise, refunds: e.refunds, daily: e.daily_paise },
    },
    shopper: {
      to: person(e.payerId),
      values: { amount: e.amount_paise, refunds: e.refunds, daily: e.daily_paise },
    },
  })),
  about('payments.refund_replaced', RefundReplaced, (e) => ({
    shopper: { to: person(e.payerId), values: { amount: e.amount_paise } },
  })),
  about('payments.dispute_opened', DisputeOpened, (e) => ({
    officer: { to: paymentsDesk, values: { amount: e.amount_paise } },
  })),
  about('payments.dispute_lost', DisputeLost, (e) => ({
    officer: { to: paymentsDesk, values: { amount: e.amount_paise } },
  })),
  about('payments.payout_paid', PayoutPaid, (e) => ({
    maker: { to: makerOwner(e.sellerId), values: { amount: e.amount_paise, utr: e.utr } },
  })),
  about('payments.payout_failed', PayoutFailed, (e) => ({ maker: { to: makerOwner(e.sellerId), values: {} } })),
  about('payments.differences_found', DifferencesFound, (e) => ({
    officer: {
      to: paymentsDesk,
      values: { found: e.found, open: e.open },
    },
  })),
  about('payments.payout_returned', PayoutReturned, (e) => ({
    maker: { to: makerOwner(e.sellerId), values: { amount: e.amount_paise } },
  })),
  about('payments.payouts_held', PayoutsHeld, (e) => ({ maker: { to: makerOwner(e.sellerId), values: {} } })),
  about('payments.clawed_back', ClawedBack, (e) => ({
    maker: { to: makerOwner(e.sellerId), values: { amount: e.amount_paise } },
  })),
  about('payments.money_waits', MoneyWaits, (e) => ({
    officer: { to: paymentsDesk, values: { what: e.about, number: e.id, since: e.since } },
  })),
];
