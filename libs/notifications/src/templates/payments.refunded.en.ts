import type { Wordings } from '../domain/wordings.js';

export const paymentsRefundedEn: Wordings<'payments.refunded'> = {
  shopper: {
    subject: 'Your refund of {amount}',
    text: 'We have sent {amount} back to you, the way you paid. Banks need up to a few working days to show it.',
    sms: 'ODOP Bazaar: {amount} has been sent back to you. Your bank may need a few days to show it.',
  },
};
