import type { Wordings } from '../domain/wordings.js';

export const ordersReturnDecidedEn: Wordings<'orders.return_decided'> = {
  shopper_received: {
    subject: 'Your return of order {order} counts as received',
    text: 'The desk has decided that the goods of order {order} are back with their maker. You get what you asked for. Open the order to read why.',
    sms: 'ODOP Bazaar: your return of order {order} counts as received. You get what you asked for.',
  },
  maker_received: {
    subject: 'The return of order {order} counts as received',
    text: 'The desk has decided that the goods of order {order} are back with you; the buyer gets what she asked for. Open the order to read why.',
    sms: 'ODOP Bazaar: the desk decided that the return of order {order} is back with you. Open the order to read why.',
  },
  shopper_ended: {
    subject: 'Your return of order {order} is ended',
    text: 'The desk has ended the return of order {order}: the goods did not come back. Open the order to read why. If you think this is wrong, write to customer care.',
    sms: 'ODOP Bazaar: your return of order {order} is ended. Open the order to read why.',
  },
  maker_ended: {
    subject: 'The return of order {order} is ended',
    text: 'The desk has ended the return of order {order}: the goods did not come back, and the order goes on as delivered.',
    sms: 'ODOP Bazaar: the return of order {order} is ended; the order goes on as delivered.',
  },
};
