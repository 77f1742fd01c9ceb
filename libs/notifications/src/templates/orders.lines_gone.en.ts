import type { Wordings } from '../domain/wordings.js';

export const ordersLinesGoneEn: Wordings<'orders.lines_gone'> = {
  maker: {
    subject: 'Fewer pieces of order {order}',
    text: 'The buyer no longer wants {pieces, plural, one {# piece} other {# pieces}} of order {order}. Please send only the rest. What is not wanted is on sale again.',
    sms: 'ODOP Bazaar: {pieces, plural, one {# piece} other {# pieces}} of order {order} cancelled. Please send only the rest.',
  },
  shopper: {
    subject: 'Order {order}: {refund} goes back to you',
    text: '{pieces, plural, one {# piece of order {order} is no longer part of it: {why}. What you paid for it} other {# pieces of order {order} are no longer part of it: {why}. What you paid for them}}, {refund}, goes back the way you paid. We write again when your bank has it.',
    sms: 'ODOP Bazaar: {pieces, plural, one {# piece} other {# pieces}} of order {order} cancelled. {refund} goes back to you.',
  },
  shopper_cash: {
    subject: 'Order {order}: you pay {refund} less',
    text: '{pieces, plural, one {# piece of order {order} is no longer part of it} other {# pieces of order {order} are no longer part of it}}: {why}. You pay {refund} less when the rest arrives.',
    sms: 'ODOP Bazaar: {pieces, plural, one {# piece} other {# pieces}} of order {order} cancelled. You pay {refund} less when the rest arrives.',
  },
};
