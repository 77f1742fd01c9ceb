import type { Wordings } from '../domain/wordings.js';

export const ordersReturnAskedEn: Wordings<'orders.return_asked'> = {
  maker: {
    subject: 'A buyer wants to return goods of order {order}',
    text: 'The buyer of order {order} wants to send back {pieces, plural, one {# piece} other {# pieces}}. Open the order, read why, and answer by {due}. If nobody answers until then, the return is accepted.',
    sms: 'ODOP Bazaar: return of {pieces, plural, one {# piece} other {# pieces}} of order {order} asked for. Please answer by {due}.',
  },
};
