import type { Wordings } from '../domain/wordings.js';

export const paymentsRefundLateEn: Wordings<'payments.refund_late'> = {
  officer: {
    subject: 'A refund of {amount} is late, and each day costs {daily}',
    text: 'A payment failed although it was debited, and {amount} of it is not back in time; refunds it waits in: {refunds}. Until it is, {daily} are owed to the shopper for each day that begins. Look at the refunds that wait.',
    sms: 'ODOP Bazaar: a refund of {amount} is late; each further day costs {daily}. Look at the refunds that wait.',
  },
  shopper: {
    subject: 'Your refund of {amount} is late',
    text: 'Your payment failed although it was taken from you, and {amount} should be back by now; refunds it comes in: {refunds}. Until it is, you are owed {daily} for each further day; you see it with your order.',
    sms: 'ODOP Bazaar: your refund of {amount} is late. You are owed {daily} for each further day.',
  },
};
