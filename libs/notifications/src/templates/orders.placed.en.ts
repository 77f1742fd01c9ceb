import type { Wordings } from '../domain/wordings.js';

export const ordersPlacedEn: Wordings<'orders.placed'> = {
  maker: {
    subject: 'New order {order}',
    text: 'You have a new order: {order}, worth {amount}. It is paid for. Please accept it by {accept_by}; if nobody answers until then, it is cancelled and the buyer gets the money back.',
    sms: 'ODOP Bazaar: new order {order} worth {amount}. Reply Y {code} to accept or N {code} to decline by {accept_by}.',
  },
  shopper: {
    subject: 'Your order {order}',
    text: 'Thank you. Your payment for order {order} has arrived: {amount}. The maker has been asked to confirm it; we write to you when that is done.',
    sms: 'ODOP Bazaar: order {order} is placed, {amount} received. We will write when the maker confirms.',
  },
  maker_cash: {
    subject: 'New order {order}',
    text: 'You have a new order: {order}, worth {amount}. The buyer pays in cash when it arrives; the courier collects it. Please accept it by {accept_by}; if nobody answers until then, it is cancelled.',
    sms: 'ODOP Bazaar: new order {order} worth {amount}, cash at the door. Reply Y {code} to accept or N {code} to decline by {accept_by}.',
  },
  shopper_cash: {
    subject: 'Your order {order}',
    text: 'Thank you for order {order}. Please have {amount} ready when it arrives: you pay the courier in cash. The maker has been asked to confirm it; we write to you when that is done.',
    sms: 'ODOP Bazaar: order {order} is placed. Please pay {amount} in cash when it arrives.',
  },
  guest: {
    subject: 'Your order {order}',
    text: 'Thank you. Your payment for order {order} has arrived: {amount}. The maker has been asked to confirm it. Follow the order, cancel it or send goods back here: {link} Whoever has this link can do so; please keep it to yourself.',
    sms: 'ODOP Bazaar: {order} is placed. Follow it: {link}',
  },
};
