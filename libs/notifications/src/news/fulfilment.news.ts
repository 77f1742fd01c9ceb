import { ShipmentDelivered, ShipmentDispatched } from '#fulfilment';
import { about, person } from './about.js';

/** A parcel: whoever waits for it hears that it is on its way, and the consignee that her clock runs. @rule */
export const aboutFulfilment = [
  about('fulfilment.dispatched', ShipmentDispatched, async (e, { tx, facts }) => {
    const tracking = await facts.tracking(tx, e.cause);
    if (e.cause.kind === 'order') {
      const order = await facts.order(tx, e.cause.id);
      return { shopper: { to: person(e.receiverId), values: { order, tracking } } };
    }
    if (e.cause.kind !== 'contract') return {};
    const { number: contract, consigneeId } = await facts.contract(tx, e.cause.id);
    return { consignee: { to: person(consigneeId), values: { contract, tracking } } };
  }),
  // Of an order that has arrived, the order itself tells (orders.delivered).
  about('fulfilment.delivered', ShipmentDelivered, async (e, { tx, facts }) => {
    if (e.cause.kind !== 'contract') return {};
    const { number: contract, consigneeId } = await facts.contract(tx, e.cause.id);
    return { consignee: { to: person(consigneeId), values: { contract } } };
  }),
];
