import type { Wordings } from '../domain/wordings.js';

export const paymentsDifferencesFoundEn: Wordings<'payments.differences_found'> = {
  officer: {
    subject: 'Our books and the provider’s differ',
    text: 'The last look at the payment provider’s and the bank’s lists found {found, plural, one {a new difference that did not mend itself} other {# new differences that did not mend themselves}}; {open, plural, one {# waits} other {# wait}} for you in all. Please look at the list of differences and explain each.',
    sms: 'ODOP Bazaar: {found, plural, one {# new difference} other {# new differences}} with the payment provider, {open} waiting.',
  },
};
