import type { Wordings } from '../domain/wordings.js';

export const ordersDividedEn: Wordings<'orders.divided'> = {
  shopper: {
    subject: 'Order {order} comes in two parcels',
    text: 'The maker sends {pieces, plural, one {# piece} other {# pieces}} of order {order} in a parcel of their own: this is order {part} now. You pay nothing more, and the day you were promised stays the same. Each parcel has its own invoice, and you may cancel or return what is in it on its own.',
    sms: 'ODOP Bazaar: {pieces, plural, one {# piece} other {# pieces}} of order {order} will come in another parcel, as order {part}. You pay nothing more.',
  },
  guest: {
    subject: 'Order {order} comes in two parcels',
    text: 'The maker sends {pieces, plural, one {# piece} other {# pieces}} of order {order} in a parcel of their own: this is order {part} now. You pay nothing more, and the day you were promised stays the same. Follow it here: {link}',
    sms: 'ODOP Bazaar: part of your order comes in another parcel: {link}',
  },
};
