import type { Wordings } from '../domain/wordings.js';

export const paymentsRefundLateEn: Wordings<'payments.refund_late'> = {
  officer: {
    subject: 'A refund of {amount} is late, and each day costs {daily}',
    text: 'A payment of {amount} failed although it was debited, and the money is not back in time. Until it is, {daily} are owed to the shopper for each day that begins. Look at the refunds that wait.',
    sms: 'ODOP Bazaar: a refund of {amount} is late; each further day costs {daily}. Look at the refunds that wait.',
  },
  shopper: {
    subject: 'Your refund of {amount} is late',
    text: 'Your payment failed although {amount} was taken from you, and the money should be back by now. Until it is, you are owed {daily} for each further day; you see it with your order.',
    sms: 'ODOP Bazaar: your refund of {amount} is late. You are owed {daily} for each further day.',
  },
};
