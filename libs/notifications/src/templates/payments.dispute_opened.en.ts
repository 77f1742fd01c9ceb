import type { Wordings } from '../domain/wordings.js';

export const paymentsDisputeOpenedEn: Wordings<'payments.dispute_opened'> = {
  officer: {
    subject: 'A bank asks about a payment of {amount}',
    text: 'A shopper asked her bank to take {amount} back. Nothing of the payment leaves until the bank has decided: hand in what proves the sale in time.',
    sms: 'ODOP Bazaar: a bank asks about {amount}. Hand in what proves the sale.',
  },
};
