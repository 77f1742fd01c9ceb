import type { Wordings } from '../domain/wordings.js';

export const paymentsRefundReplacedEn: Wordings<'payments.refund_replaced'> = {
  shopper: {
    subject: 'Your bank has given you {amount}',
    text: 'You asked your bank about this payment, and it gave you {amount} back. We had promised you the same money: it is not sent a second time.',
    sms: 'ODOP Bazaar: your bank gave you {amount} back. The refund we had promised is not sent a second time.',
  },
};
