import {
  OrderCancelled,
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
  unplacedStates,
} from '#orders';
import { platformOrganisationId } from '#identity';
import { about, holders, maker, person, shopper } from './about.js';

/** There is no desk for parcels yet: who answers for the money of orders hears of all that wait. */
const paymentsDesk = holders(platformOrganisationId, ['payments_officer']);
const unplaced: ReadonlySet<string> = new Set(unplacedStates);

/** A retail order: the maker hears what she has to do, the shopper where her goods and her money are. @rule SM-4 */
export const aboutOrders = [
  about('orders.placed', OrderPlaced, async (e, { tx, facts }, news) => {
    const [order, amount] = [await facts.order(tx, e.orderId), e.amount_paise];
    const accept_by = facts.deadline('retail.accept_hours', news.at);
    const code = await facts.replyCode(tx, e.orderId, e.sellerId, new Date(accept_by));
    const toMaker = { to: maker(e.sellerId), values: { order, amount, accept_by, code } };
    if (await facts.isGuests(tx, e.checkoutId))
      return { maker: toMaker, guest: { to: person(e.buyerId), values: { order, amount, link: e.orderId } } };
    const toShopper = { to: person(e.buyerId), values: { order, amount } };
    return (await facts.isPaidAtDoor(tx, e.orderId))
      ? { maker_cash: toMaker, shopper_cash: toShopper }
      : { maker: toMaker, shopper: toShopper };
  }),
  about('orders.confirmed', OrderConfirmed, async (e, { tx, facts }) => ({
    shopper: { to: shopper(e.buyerId, e.orderId), values: { order: await facts.order(tx, e.orderId) } },
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
      return { maker: toMaker, shopper_cash: { to: shopper(e.buyerId, e.orderId), values: { order, why: e.why } } };
    return {
      maker: toMaker,
      shopper: { to: shopper(e.buyerId, e.orderId), values: { order, why: e.why, refund: e.refund_paise } },
    };
  }),
  about('orders.lines_gone', OrderLinesGone, async (e, { tx, facts }) => {
    const [order, pieces] = [await facts.order(tx, e.orderId), e.pieces] as const;
    const toMaker = e.why === 'cancelled' ? { to: maker(e.sellerId), values: { order, pieces } } : undefined;
    const { why, refund_paise: refund } = e;
    if (why !== 'returned' && (await facts.isPaidAtDoor(tx, e.orderId)))
      return {
        maker: toMaker,
        shopper_cash: { to: shopper(e.buyerId, e.orderId), values: { order, pieces, why, refund } },
      };
    return {
      maker: toMaker,
      shopper: { to: shopper(e.buyerId, e.orderId), values: { order, pieces, why: e.why, refund: e.refund_paise } },
    };
  }),
  about('orders.return_asked', OrderReturnAsked, async (e, { tx, facts }, news) => {
    const [order, pieces] = [await facts.order(tx, e.orderId), e.pieces] as const;
    const due = facts.deadline('retail.return_auto_hours', news.at);
    return { maker: { to: maker(e.sellerId), values: { order, pieces, due } } };
  }),
  about('orders.return_answered', OrderReturnAnswered, async (e, { tx, facts }) => {
    const told = { to: shopper(e.buyerId, e.orderId), values: { order: await facts.order(tx, e.orderId) } };
    if (!e.isApproved) return { rejected: told };
    const gets = { refund: 'approved', exchange: 'exchanged', refund_instead: 'refunded_instead' } as const;
    return { [gets[e.gets]]: told };
  }),
  about('orders.return_arrived', OrderReturnArrived, async (e, { tx, facts }, news) => {
    const order = await facts.order(tx, e.orderId);
    const due = facts.deadline('retail.return_receipt_hours', news.at);
    return {
      maker: { to: maker(e.sellerId), values: { order, due } },
      shopper: { to: shopper(e.buyerId, e.orderId), values: { order } },
    };
  }),
  about('orders.return_lost', OrderReturnLost, async (e, { tx, facts }) => {
    const values = { order: await facts.order(tx, e.orderId) };
    const tracking = await facts.trackingBack(tx, { kind: 'order', id: e.orderId }, e.requestId);
    return {
      shopper: { to: shopper(e.buyerId, e.orderId), values },
      maker: { to: maker(e.sellerId), values },
      officer: { to: paymentsDesk, values: { ...values, tracking, amount: e.goods_paise } },
    };
  }),
  about('orders.return_decided', OrderReturnDecided, async (e, { tx, facts }) => {
    const values = { order: await facts.order(tx, e.orderId) };
    const [hers, makers] = [
      { to: shopper(e.buyerId, e.orderId), values },
      { to: maker(e.sellerId), values },
    ];
    return e.outcome === 'received'
      ? { shopper_received: hers, maker_received: makers }
      : { shopper_ended: hers, maker_ended: makers };
  }),
  about('orders.exchanged', OrderExchanged, async (e, { tx, facts }) => {
    const [order, exchange] = [await facts.order(tx, e.orderId), await facts.order(tx, e.exchangeOrderId)];
    const hers = { to: maker(e.sellerId), values: { order, exchange } };
    const to = person(e.buyerId);
    if (await facts.isGuests(tx, e.checkoutId))
      return { maker: hers, guest: { to, values: { order, exchange, link: e.exchangeOrderId } } };
    return e.refund_paise === 0
      ? { maker: hers, shopper: { to, values: { order, exchange } } }
      : { maker: hers, cheaper: { to, values: { order, exchange, refund: e.refund_paise } } };
  }),
  about('orders.divided', OrderDivided, async (e, { tx, facts }) => {
    const values = {
      ...{ order: await facts.order(tx, e.orderId), part: await facts.order(tx, e.partOrderId), pieces: e.pieces },
    };
    const to = person(e.buyerId);
    return (await facts.isGuests(tx, e.checkoutId))
      ? { guest: { to, values: { ...values, link: e.partOrderId } } }
      : { shopper: { to, values } };
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
      shopper: { to: shopper(e.buyerId, e.orderId), values: { order } },
    };
  }),
  about('orders.waits', OrderWaits, async (e, { tx, facts }) => {
    const toDesk = { to: paymentsDesk, values: { order: await facts.order(tx, e.orderId), since: e.since } };
    return unplaced.has(e.state) ? { officer_unplaced: toDesk } : { officer: toDesk };
  }),
];
