import type { Wordings } from '../domain/wordings.js';

export const fulfilmentDispatchedEn: Wordings<'fulfilment.dispatched'> = {
  shopper: {
    subject: 'Order {order} is on its way',
    text: 'Order {order} has left the maker. Number of the parcel: {tracking}.',
    sms: 'ODOP Bazaar: order {order} is on its way, parcel {tracking}.',
  },
  consignee: {
    subject: 'Goods of contract {contract} are on their way',
    text: 'The goods of contract {contract} have left the maker. Number of the parcel: {tracking}. Please be ready to receive and count them.',
    sms: 'ODOP Bazaar: goods of contract {contract} are on their way, parcel {tracking}.',
  },
};
