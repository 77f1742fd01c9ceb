import type { Wordings } from '../domain/wordings.js';

export const paymentsMoneyWaitsEn: Wordings<'payments.money_waits'> = {
  officer: {
    subject: 'Money waits longer than it should',
    text: 'Nobody has moved this {what} since {since}: {number}. Please look at it at the payments desk.',
    sms: 'ODOP Bazaar: a {what} waits since {since}. Please look at the payments desk.',
  },
};
