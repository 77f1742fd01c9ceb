import type { Wordings } from '../domain/wordings.js';

export const paymentsClawedBackEn: Wordings<'payments.clawed_back'> = {
  maker: {
    subject: '{amount} taken back from your account',
    text: 'A sale was undone after we had credited it to you: {amount} were taken back from your account. Your statement shows the order. If you were paid it already, your next sales make up for it.',
    sms: 'ODOP Bazaar: a sale was undone, {amount} were taken back from your account. See your statement.',
  },
};
