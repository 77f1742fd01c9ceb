import { ShipmentDelivered, ShipmentDispatched, ShipmentFailed } from '#fulfilment';
import { FollowShipment } from '#orders';
import { type Subscription, call, when } from '#platform/queue';
import { FollowContractShipment } from '#procurement';
import { ifCause } from '../if-cause.js';
import { tellPeople } from './reactions.js';

/** News of parcels: an order and a contract both travel in them. */
export const newsOfParcels: readonly Subscription[] = [
  when(ShipmentDispatched, {
    ...tellPeople,
    'the order is on its way': call(FollowShipment, (follow, news) =>
      ifCause(news.cause, 'order', (orderId) => follow.dispatched(orderId)),
    ),
    'the contract is on its way': call(FollowContractShipment, (follow, news) =>
      ifCause(news.cause, 'contract', (contractId) => follow.dispatched(contractId)),
    ),
  }),
  when(ShipmentDelivered, {
    ...tellPeople,
    'the order has arrived': call(FollowShipment, (follow, news) =>
      ifCause(news.cause, 'order', (orderId) => follow.delivered(orderId)),
    ),
    'the consignee’s clock starts': call(FollowContractShipment, (follow, news) =>
      ifCause(news.cause, 'contract', (contractId) => follow.delivered(contractId, news.shipmentId, new Date(news.at))),
    ),
  }),
  when(ShipmentFailed, {
    'the order did not arrive': call(FollowShipment, (follow, news) =>
      ifCause(news.cause, 'order', (orderId) => follow.failed(orderId, news.state)),
    ),
  }),
];
