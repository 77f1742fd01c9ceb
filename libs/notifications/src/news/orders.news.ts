import {
  OrderCancelled,
  OrderConfirmed,
  OrderDelivered,
  OrderExchanged,
  OrderHeld,
  OrderLinesGone,
  OrderPlaced,
  OrderWaits,
  OrderReleased,
  OrderReturnAnswered,
  OrderReturnAsked,
} from '#orders';
import { platformOrganisationId } from '#identity';
import { about, holders, maker, person } from './about.js';

/** There is no desk for parcels yet: who answers for the money of orders hears of all that wait. */
const paymentsDesk = holders(platformOrganisationId, ['payments_officer']);

/** A retail order: the maker hears what she has to do, the shopper where her goods and her money are. @rule SM-4 */
export const aboutOrders = [
  about('orders.placed', OrderPlaced, async (e, { tx, facts }, news) => {
    const [order, amount] = [await facts.order(tx, e.orderId), e.amount_paise];
    const accept_by = facts.deadline('retail.accept_hours', news.at);
    const toMaker = { to: maker(e.sellerId), values: { order, amount, accept_by } };
    const toShopper = { to: person(e.buyerId), values: { order, amount } };
    return (await facts.isPaidAtDoor(tx, e.orderId))
      ? { maker_cash: toMaker, shopper_cash: toShopper }
      : { maker: toMaker, shopper: toShopper };
  }),
  about('orders.confirmed', OrderConfirmed, async (e, { tx, facts }) => ({
    shopper: { to: person(e.buyerId), values: { order: await facts.order(tx, e.orderId) } },
  })),
  about('orders.cancelled', OrderCancelled, async (e, { tx, facts }) => {
    if (e.why === 'charged_back') {
      return { maker: { to: maker(e.sellerId), values: { order: await facts.order(tx, e.orderId), why: e.why } } };
    }
    // Nobody paid: the maker never heard of the order, and the shopper ended it herself.
    if (e.refund_paise === 0) return {};
    const order = await facts.order(tx, e.orderId);
    const makerHeardOfIt = e.why === 'customer' || e.why === 'not_answered';
    const toMaker = makerHeardOfIt ? { to: maker(e.sellerId), values: { order, why: e.why } } : undefined;
    if (await facts.isPaidAtDoor(tx, e.orderId))
      return { maker: toMaker, shopper_cash: { to: person(e.buyerId), values: { order, why: e.why } } };
    return {
      maker: toMaker,
      shopper: { to: person(e.buyerId), values: { order, why: e.why, refund: e.refund_paise } },
    };
  }),
  about('orders.lines_gone', OrderLinesGone, async (e, { tx, facts }) => {
    const [order, pieces] = [await facts.order(tx, e.orderId), String(e.pieces)];
    const toMaker = e.why === 'cancelled' ? { to: maker(e.sellerId), values: { order, pieces } } : undefined;
    const { why, refund_paise: refund } = e;
    if (why !== 'returned' && (await facts.isPaidAtDoor(tx, e.orderId)))
      return { maker: toMaker, shopper_cash: { to: person(e.buyerId), values: { order, pieces, why, refund } } };
    return {
      maker: toMaker,
      shopper: { to: person(e.buyerId), values: { order, pieces, why: e.why, refund: e.refund_paise } },
    };
  }),
  about('orders.return_asked', OrderReturnAsked, async (e, { tx, facts }, news) => {
    const [order, pieces] = [await facts.order(tx, e.orderId), String(e.pieces)];
    const due = facts.deadline('retail.return_auto_hours', news.at);
    return { maker: { to: maker(e.sellerId), values: { order, pieces, due } } };
  }),
  about('orders.return_answered', OrderReturnAnswered, async (e, { tx, facts }) => {
    const told = { to: person(e.buyerId), values: { order: await facts.order(tx, e.orderId) } };
    if (!e.isApproved) return { rejected: told };
    const gets = { refund: 'approved', exchange: 'exchanged', refund_instead: 'refunded_instead' } as const;
    return { [gets[e.gets]]: told };
  }),
  about('orders.exchanged', OrderExchanged, async (e, { tx, facts }) => {
    const [order, exchange] = [await facts.order(tx, e.orderId), await facts.order(tx, e.exchangeOrderId)];
    const hers = { to: maker(e.sellerId), values: { order, exchange } };
    const to = person(e.buyerId);
    return e.refund_paise === 0
      ? { maker: hers, shopper: { to, values: { order, exchange } } }
      : { maker: hers, cheaper: { to, values: { order, exchange, refund: e.refund_paise } } };
  }),
  about('orders.held', OrderHeld, async (e, { tx, facts }) => ({
    maker: { to: maker(e.sellerId), values: { order: await facts.order(tx, e.orderId) } },
  })),
  about('orders.released', OrderReleased, async (e, { tx, facts }) => ({
    maker: { to: maker(e.sellerId), values: { order: await facts.order(tx, e.orderId) } },
  })),
  about('orders.delivered', OrderDelivered, async (e, { tx, facts }) => {
    const order = await facts.order(tx, e.orderId);
    return {
      maker: { to: maker(e.sellerId), values: { order } },
      shopper: { to: person(e.buyerId), values: { order } },
    };
  }),
  about('orders.waits', OrderWaits, async (e, { tx, facts }) => ({
    officer: { to: paymentsDesk, values: { order: await facts.order(tx, e.orderId), since: e.since } },
  })),
];
