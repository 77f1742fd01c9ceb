import { z } from 'zod';
import { event, job } from '#platform/kernel';
import { holdReasons } from './hold.js';
import { changeKinds } from './line-change.js';
import { returnOutcomes } from './return-request.js';

const order = { orderId: z.uuid(), checkoutId: z.uuid(), buyerId: z.uuid(), sellerId: z.uuid() };
const amount = z.int().min(0);
/** The refund was asked for in the step that is told: nothing more is to be done about it. */
const isAsked = z.boolean().default(false);

/** Paid for: now it is the maker's turn. */
export const OrderPlaced = event('orders.placed', z.strictObject({ ...order, amount_paise: amount }));
/** The maker took the order. */
export const OrderConfirmed = event('orders.confirmed', z.strictObject(order));
/** Some pieces of an order that goes on are gone; what was paid for them goes back. */
export const OrderLinesGone = event(
  'orders.lines_gone',
  z.strictObject({
    ...order,
    changeId: z.uuid(),
    why: z.enum(changeKinds),
    pieces: z.int().min(1),
    refund_paise: amount,
    isAsked,
  }),
);
export const OrderCancelled = event(
  'orders.cancelled',
  z.strictObject({
    ...order,
    why: z.enum(['declined', 'not_answered', 'customer', 'late_payment', 'not_delivered', 'charged_back']),
    refund_paise: amount,
  }),
);
/** It must wait with its maker. */
export const OrderHeld = event('orders.held', z.strictObject({ ...order, why: z.enum(holdReasons) }));
/** It need not wait any more. */
export const OrderReleased = event('orders.released', z.strictObject(order));
export const OrderDelivered = event(
  'orders.delivered',
  z.strictObject({
    ...order,
    deliveredAt: z.iso.datetime(),
    /** What was due at the door; nothing of an order that was paid before. */
    cash_paise: amount.default(0),
  }),
);
/** Reads what a courier says it has brought. */
export const TakeRemittancesJob = job('orders.take-remittances', {
  /** `courier`: one that an older build asked for names none. */
  payload: z.strictObject({ slot: z.iso.datetime(), courier: z.string().default('courier') }),
  key: (p) => `${p.slot}-${p.courier}`,
});
export const OrderReturnAsked = event(
  'orders.return_asked',
  z.strictObject({ ...order, requestId: z.uuid(), pieces: z.int().min(1) }),
);
export const OrderReturnAnswered = event(
  'orders.return_answered',
  z.strictObject({
    ...order,
    isApproved: z.boolean(),
    /** What she gets for the goods; `refund_instead`: she wanted others, which are not to be had. */
    gets: z.enum(['refund', 'exchange', 'refund_instead']).default('refund'),
  }),
);
/** A courier brought it to the maker: she says whether it can be sold again, or it counts as received. */
export const OrderReturnArrived = event('orders.return_arrived', z.strictObject(order));
/** The courier lost it on its way back: the shopper has her money all the same, and the courier answers for it. */
export const OrderReturnLost = event(
  'orders.return_lost',
  /** `goods_paise`: what the pieces cost when they were bought. */
  z.strictObject({ ...order, requestId: z.uuid(), goods_paise: amount }),
);
/** The payments desk decided about goods that nobody said anything of. */
export const OrderReturnDecided = event(
  'orders.return_decided',
  z.strictObject({ ...order, outcome: z.enum(returnOutcomes) }),
);
/** What was sent back is with its maker: the shopper is to be refunded. */
export const OrderReturnReceived = event('orders.return_received', z.strictObject(order));
/** Goods that came back are exchanged: the others are an order of their own, and what they cost less goes back. */
export const OrderExchanged = event(
  'orders.exchanged',
  z.strictObject({ ...order, exchangeOrderId: z.uuid(), changeId: z.uuid(), refund_paise: amount, isAsked }),
);
/** Some pieces of an order go in a parcel of their own: they are an order of their own now, paid for with the first. */
export const OrderDivided = event(
  'orders.divided',
  z.strictObject({ ...order, partOrderId: z.uuid(), pieces: z.int().min(1) }),
);
/** Nothing can come back any more: the maker is paid. */
export const OrderClosed = event('orders.closed', z.strictObject({ ...order, amount_paise: amount }));

/** An order nobody moved in time: the desk is told once each time it comes into a state. */
export const OrderWaits = event(
  'orders.waits',
  z.strictObject({ orderId: z.uuid(), state: z.string(), desk: z.string(), since: z.iso.datetime() }),
);
