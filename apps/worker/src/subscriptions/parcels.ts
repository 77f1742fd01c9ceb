import { FreeHands } from '#catalogue';
import {
  CarriageDue,
  CentreParcelWaits,
  ParcelTakenIn,
  PickupBooked,
  PickupEnded,
  PickupMissed,
  ReturnDelivered,
  ReturnLost,
  ReturnWaits,
  ShipmentAttemptFailed,
  ShipmentDelivered,
  ShipmentDispatched,
  ShipmentFailed,
  ShipmentTakenAnyway,
  ShipmentUnserved,
  ShipmentWaits,
  SlotMissed,
  TrackingFileBroken,
} from '#fulfilment';
import { FollowReturn, FollowShipment } from '#orders';
import { OweCarriage } from '#payments';
import type { Cause } from '#platform/kernel';
import { type Subscription, call, when } from '#platform/queue';
import { FollowContractShipment } from '#procurement';
import { FollowGoods } from '#tax';
import { ifCause } from '../if-cause.js';
import { tellPeople } from './reactions.js';

/** A parcel that is on its way has left its maker; whichever news of it comes first says so. */
const hasLeft = {
  'she can take on as many again': call(FreeHands, (free: FreeHands, news: { cause: Cause }) => free.run(news.cause)),
};

/** Its e-way bill need not hold any longer. */
const hasEnded = {
  'its e-way bill may run out': call(FollowGoods, (follow: FollowGoods, news: { cause: Cause }) =>
    follow.ended(news.cause),
  ),
};

/** News of parcels: an order and a contract both travel in them. */
export const newsOfParcels: readonly Subscription[] = [
  when(ShipmentDispatched, {
    ...tellPeople,
    ...hasLeft,
    'its e-way bill runs': call(FollowGoods, (follow, news) => follow.left(news.cause, new Date(news.at))),
    'the order is on its way': call(FollowShipment, (follow, news) =>
      ifCause(news.cause, 'order', (orderId) => follow.dispatched(orderId)),
    ),
    'the contract is on its way': call(FollowContractShipment, (follow, news) =>
      ifCause(news.cause, 'contract', (contractId) => follow.dispatched(contractId)),
    ),
  }),
  when(ShipmentDelivered, {
    ...tellPeople,
    ...hasLeft,
    ...hasEnded,
    'the order has arrived': call(FollowShipment, (follow, news) =>
      ifCause(news.cause, 'order', (orderId) => follow.delivered(orderId)),
    ),
    'the consignee’s clock starts': call(FollowContractShipment, (follow, news) =>
      ifCause(news.cause, 'contract', (contractId) => follow.delivered(contractId, news.shipmentId, new Date(news.at))),
    ),
  }),
  when(ShipmentFailed, {
    ...hasLeft,
    ...hasEnded,
    'the order did not arrive': call(FollowShipment, (follow, news) =>
      ifCause(news.cause, 'order', (orderId) => follow.failed(orderId, news.state)),
    ),
  }),
  when(ParcelTakenIn, {
    ...tellPeople,
    'what lies at a centre is packed': call(FollowShipment, (follow, news) =>
      ifCause(news.cause, 'order', (orderId) => follow.takenIn(orderId)),
    ),
  }),
  when(CentreParcelWaits, tellPeople),
  when(ShipmentAttemptFailed, tellPeople),
  when(ShipmentWaits, tellPeople),
  when(ShipmentTakenAnyway, tellPeople),
  when(ShipmentUnserved, tellPeople),
  when(SlotMissed, tellPeople),
  when(TrackingFileBroken, tellPeople),
  when(ReturnWaits, tellPeople),
  when(PickupBooked, tellPeople),
  when(PickupMissed, tellPeople),
  when(PickupEnded, tellPeople),
  when(ReturnDelivered, {
    'the maker’s clock starts': call(FollowReturn, (follow, news) =>
      ifCause(news.cause, 'order', (orderId) => follow.arrived(orderId, news.returnId)),
    ),
  }),
  when(ReturnLost, {
    'its shopper is refunded all the same': call(FollowReturn, (follow, news) =>
      ifCause(news.cause, 'order', (orderId) => follow.lost(orderId, news.returnId)),
    ),
  }),
  when(CarriageDue, {
    'the courier is owed its price': call(OweCarriage, (owe, news) => owe.run(news)),
  }),
];
