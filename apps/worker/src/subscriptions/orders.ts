import {
  CreditOrder,
  FollowDispute,
  InviteBuyer,
  LapseOrder,
  MarkPlaced,
  OrderCancelled,
  OrderClosed,
  OrderConfirmed,
  OrderDelivered,
  OrderDivided,
  OrderExchanged,
  OrderHeld,
  OrderLinesGone,
  OrderPlaced,
  OrderWaits,
  OrderReleased,
  OrderReturnAnswered,
  OrderReturnArrived,
  OrderReturnAsked,
  OrderReturnDecided,
  OrderReturnLost,
  OrderReturnReceived,
  PayMaker,
  PlanOrderShipment,
  RefundOrder,
  ReturnReductions,
  SettleReturn,
} from '#orders';
import { ReplyAnswered } from '#notifications';
import {
  DifferencesFound,
  CashRemitted,
  ClawedBack,
  CollectCash,
  DisputeLost,
  DisputeOpened,
  DisputeWon,
  EarningReleased,
  MoneyWaits,
  PaymentCaptured,
  PaymentFailed,
  PaymentPromised,
  PaymentRefunded,
  RefundLate,
  RefundReplaced,
  PayoutFailed,
  PayoutPaid,
  PayoutReturned,
  PayoutsHeld,
} from '#payments';
import type { Cause } from '#platform/kernel';
import { type Subscription, call, when } from '#platform/queue';
import {
  CallOffEWayBill,
  DebitNoteIssued,
  EWayBillExpires,
  EWayBillKept,
  EWayBillRefused,
  EWayBillWaits,
  InvoiceCancelled,
  InvoiceRefused,
  InvoiceWaits,
  TurnoverFull,
  TurnoverNear,
} from '#tax';
import { ifCause } from '../if-cause.js';
import { tellPeople } from './reactions.js';

/** What waits, goes on or is called off while a shopper's bank asks and when it has decided. */
const followDispute = {
  'orders wait, go on or end with the dispute': call(
    FollowDispute,
    (follow: FollowDispute, news: { cause: Cause }): Promise<void> =>
      ifCause(news.cause, 'checkout', (checkoutId) => follow.run(checkoutId)),
  ),
};

/** What an invoice says and is not so any more stands on a credit note. */
const correctInvoice = {
  'correct the invoice': call(CreditOrder, (credit: CreditOrder, news: { orderId: string }) =>
    credit.run(news.orderId),
  ),
};

/** News of a retail order: its payment, its steps, its returns, and the money of its makers. */
export const newsOfOrders: readonly Subscription[] = [
  when(PaymentCaptured, {
    'place the orders that were paid': call(MarkPlaced, (markPlaced, news) =>
      ifCause(news.cause, 'checkout', (checkoutId) => markPlaced.run(checkoutId)),
    ),
  }),
  when(PaymentPromised, {
    'place the orders that are paid at the door': call(MarkPlaced, (markPlaced, news) =>
      ifCause(news.cause, 'checkout', (checkoutId) => markPlaced.run(checkoutId)),
    ),
  }),
  when(CashRemitted, {
    'pay the maker who waited for the cash': call(PayMaker, (payMaker, news) =>
      ifCause(news.cause, 'order', (orderId) => payMaker.ofCash(orderId)),
    ),
  }),
  when(PaymentFailed, {
    'let go what nobody can pay any more': call(LapseOrder, (lapseOrder, news) =>
      ifCause(news.cause, 'checkout', (checkoutId) => lapseOrder.unpaid(checkoutId)),
    ),
  }),
  when(OrderPlaced, tellPeople),
  when(ReplyAnswered, tellPeople),
  when(OrderConfirmed, {
    ...tellPeople,
    'plan the parcel': call(PlanOrderShipment, (plan, news) => plan.run(news.orderId)),
  }),
  when(OrderCancelled, {
    ...tellPeople,
    'give the money back': call(RefundOrder, (refund, news) => refund.run(news)),
    // What did not arrive had left; its e-way bill was used.
    'call the e-way bill off': call(CallOffEWayBill, async (callOff, news) => {
      if (news.why !== 'not_delivered') await callOff.run({ kind: 'order', id: news.orderId });
    }),
    'give reductions back': call(ReturnReductions, (giveBack, news) => giveBack.run(news.checkoutId)),
    ...correctInvoice,
  }),
  when(OrderLinesGone, {
    ...tellPeople,
    'give the money for the pieces back': call(RefundOrder, (refund, news) => refund.ofChange(news)),
    ...correctInvoice,
  }),
  when(OrderDivided, {
    ...tellPeople,
    'plan the parcel of the part': call(PlanOrderShipment, (plan, news) => plan.run(news.partOrderId)),
    'wait as well while a bank asks': call(FollowDispute, (follow, news) => follow.run(news.checkoutId)),
  }),
  when(OrderHeld, tellPeople),
  when(OrderReleased, tellPeople),
  when(OrderDelivered, {
    ...tellPeople,
    'note what was paid at the door': call(CollectCash, (collectCash, news) =>
      collectCash.run({ kind: 'order', id: news.orderId }, BigInt(news.cash_paise)),
    ),
    'ask what they think of the goods': call(InviteBuyer, (invite, news) => invite.run(news.orderId)),
  }),
  when(OrderReturnAsked, tellPeople),
  when(OrderReturnAnswered, tellPeople),
  when(OrderReturnArrived, tellPeople),
  when(OrderReturnLost, tellPeople),
  when(OrderReturnDecided, tellPeople),
  when(OrderExchanged, {
    ...tellPeople,
    'give back what it costs less': call(RefundOrder, (refund, news) => refund.ofChange({ ...news, why: 'exchanged' })),
    'wait as well while a bank asks': call(FollowDispute, (follow, news) => follow.run(news.checkoutId)),
    ...correctInvoice,
  }),
  when(OrderReturnReceived, {
    'exchange or refund what came back': call(SettleReturn, (settle, news) => settle.run(news.orderId)),
  }),
  when(PaymentRefunded, tellPeople),
  when(RefundReplaced, tellPeople),
  when(RefundLate, tellPeople),
  when(OrderClosed, {
    'pay the maker': call(PayMaker, (payMaker, news) => payMaker.run(news.orderId)),
  }),
  when(DisputeOpened, { ...tellPeople, ...followDispute }),
  when(DisputeLost, {
    ...tellPeople,
    ...followDispute,
    'pay the makers who waited for what is left': call(PayMaker, (payMaker, news) =>
      ifCause(news.cause, 'checkout', (checkoutId) => payMaker.ofCheckout(checkoutId)),
    ),
  }),
  when(DisputeWon, {
    ...followDispute,
    'pay the makers who waited': call(PayMaker, (payMaker, news) =>
      ifCause(news.cause, 'checkout', (checkoutId) => payMaker.ofCheckout(checkoutId)),
    ),
  }),
  when(EarningReleased, {
    'pay the maker who waited': call(PayMaker, (payMaker, news) =>
      ifCause(news.cause, 'order', (orderId) => payMaker.released(orderId)),
    ),
  }),
  when(PayoutPaid, tellPeople),
  when(PayoutFailed, tellPeople),
  when(DifferencesFound, tellPeople),
  when(PayoutReturned, tellPeople),
  when(PayoutsHeld, tellPeople),
  when(ClawedBack, tellPeople),
  when(MoneyWaits, tellPeople),
  when(OrderWaits, tellPeople),
  when(TurnoverNear, tellPeople),
  when(TurnoverFull, tellPeople),
  when(InvoiceRefused, tellPeople),
  when(InvoiceWaits, tellPeople),
  when(InvoiceCancelled, tellPeople),
  when(DebitNoteIssued, tellPeople),
  when(EWayBillRefused, tellPeople),
  when(EWayBillExpires, tellPeople),
  when(EWayBillKept, tellPeople),
  when(EWayBillWaits, tellPeople),
];
