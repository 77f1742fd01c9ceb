import {
  CentreParcelWaits,
  ParcelTakenIn,
  PickupBooked,
  PickupEnded,
  PickupMissed,
  ReturnWaits,
  ShipmentAttemptFailed,
  ShipmentDelivered,
  ShipmentDispatched,
  ShipmentTakenAnyway,
  ShipmentUnserved,
  ShipmentWaits,
  SlotMissed,
  TrackingFileBroken,
} from '#fulfilment';
import { platformOrganisationId } from '#identity';
import { about, holders, maker, person, shopper } from './about.js';

/** There is no desk for parcels yet: who answers for the money of orders hears of those that wait. */
const deliveryDesk = holders(platformOrganisationId, ['payments_officer']);

/** A parcel: whoever waits for it hears that it is on its way, and the consignee that her clock runs. @rule */
export const aboutFulfilment = [
  about('fulfilment.dispatched', ShipmentDispatched, async (e, { tx, facts }) => {
    const tracking = await facts.tracking(tx, e.cause);
    if (e.cause.kind === 'order') {
      const order = await facts.order(tx, e.cause.id);
      return { shopper: { to: shopper(e.receiverId, e.cause.id), values: { order, tracking } } };
    }
    if (e.cause.kind !== 'contract') return {};
    const { number: contract, consigneeId } = await facts.contract(tx, e.cause.id);
    return { consignee: { to: person(consigneeId), values: { contract, tracking } } };
  }),
  about('fulfilment.attempt_failed', ShipmentAttemptFailed, async (e, { tx, facts }) => {
    const { attempt, most } = e;
    if (e.cause.kind === 'order') {
      const [order, to] = [await facts.order(tx, e.cause.id), shopper(e.receiverId, e.cause.id)];
      return e.attempt < e.most
        ? { shopper: { to, values: { order, attempt, most } } }
        : { last: { to, values: { order, attempt } } };
    }
    if (e.cause.kind !== 'contract') return {};
    const { number: contract, consigneeId } = await facts.contract(tx, e.cause.id);
    return { consignee: { to: person(consigneeId), values: { contract, attempt, most } } };
  }),
  about('fulfilment.waits', ShipmentWaits, async (e, { tx, facts }) => {
    if (e.cause.kind !== 'order' && e.cause.kind !== 'contract') return {};
    const number =
      e.cause.kind === 'order' ? await facts.order(tx, e.cause.id) : (await facts.contract(tx, e.cause.id)).number;
    const values = { number, since: e.since };
    const isHers = !e.isHeld && (e.state === 'created' || e.state === 'ready');
    return {
      officer: { to: deliveryDesk, values },
      ...(isHers && { maker: { to: maker(e.sellerId), values } }),
    };
  }),
  about('fulfilment.taken_in', ParcelTakenIn, async (e, { tx, facts }) => {
    const number = await facts.numberOf(tx, e.cause);
    return number === null ? {} : { maker: { to: maker(e.sellerId), values: { number, centre: e.centre } } };
  }),
  about('fulfilment.centre_waits', CentreParcelWaits, async (e, { tx, facts }) => {
    const { since, centre } = e;
    const number = await facts.numberOf(tx, e.cause);
    if (number === null) return {};
    const values = { number, centre, since };
    const tracking = (await facts.tracking(tx, e.cause)) ?? number;
    return {
      keeper: { to: holders(e.centreId, ['centre_keeper']), values: { tracking, since } },
      maker: { to: maker(e.sellerId), values },
      officer: { to: deliveryDesk, values },
    };
  }),
  about('fulfilment.return_waits', ReturnWaits, async (e, { tx, facts }) => {
    if (e.cause.kind !== 'order') return {};
    const values = { order: await facts.order(tx, e.cause.id), since: e.since };
    return { officer: { to: deliveryDesk, values } };
  }),
  about('fulfilment.taken_anyway', ShipmentTakenAnyway, async (e, { tx, facts }) => {
    if (e.cause.kind !== 'order' && e.cause.kind !== 'contract') return {};
    const number =
      e.cause.kind === 'order' ? await facts.order(tx, e.cause.id) : (await facts.contract(tx, e.cause.id)).number;
    const values = { number, tracking: e.awb };
    return { officer: { to: deliveryDesk, values }, maker: { to: maker(e.sellerId), values } };
  }),
  about('fulfilment.unserved', ShipmentUnserved, async (e, { tx, facts }) => {
    if (e.cause.kind !== 'order' && e.cause.kind !== 'contract') return {};
    const number =
      e.cause.kind === 'order' ? await facts.order(tx, e.cause.id) : (await facts.contract(tx, e.cause.id)).number;
    return { officer: { to: deliveryDesk, values: { number } }, maker: { to: maker(e.sellerId), values: { number } } };
  }),
  about('fulfilment.slot_missed', SlotMissed, async (e, { tx, facts }) => {
    if (e.cause.kind !== 'order' && e.cause.kind !== 'contract') return {};
    const number =
      e.cause.kind === 'order' ? await facts.order(tx, e.cause.id) : (await facts.contract(tx, e.cause.id)).number;
    const to = maker(e.sellerId);
    return e.instead === null
      ? { waits: { to, values: { number } } }
      : { maker: { to, values: { number, ...e.instead } } };
  }),
  about('fulfilment.tracking_broken', TrackingFileBroken, ({ courier, file, rows, first }) => {
    const values = { courier, file, rows, first: String(first) };
    return Promise.resolve({ officer: { to: deliveryDesk, values } });
  }),
  about('fulfilment.pickup_booked', PickupBooked, async (e, { tx, facts }) => {
    if (e.cause.kind !== 'order') return {};
    return { shopper: { to: shopper(e.senderId, e.cause.id), values: { order: await facts.order(tx, e.cause.id) } } };
  }),
  about('fulfilment.pickup_missed', PickupMissed, async (e, { tx, facts }) => {
    if (e.cause.kind !== 'order') return {};
    const values = { order: await facts.order(tx, e.cause.id), left: e.left };
    return { shopper: { to: shopper(e.senderId, e.cause.id), values } };
  }),
  about('fulfilment.pickup_ended', PickupEnded, async (e, { tx, facts }) => {
    if (e.cause.kind !== 'order') return {};
    return { [e.why]: { to: shopper(e.senderId, e.cause.id), values: { order: await facts.order(tx, e.cause.id) } } };
  }),
  // Of an order that has arrived, the order itself tells (orders.delivered).
  about('fulfilment.delivered', ShipmentDelivered, async (e, { tx, facts }) => {
    if (e.cause.kind !== 'contract') return {};
    const { number: contract, consigneeId } = await facts.contract(tx, e.cause.id);
    return { consignee: { to: person(consigneeId), values: { contract } } };
  }),
];
