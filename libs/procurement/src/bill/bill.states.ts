import { final, states } from '#platform/kernel';

/** SM-8, invoice and payment: from the certificate to the bank's reference. */
export const billStates = states('The bill', 'under_bill', {
  under_bill: {
    waitsFor: 'drawing officer',
    on: { certify: 'billed' },
    alarms: ['pay.days_after_crac', 'drawing officer', 'R-3.11'],
  },
  billed: {
    waitsFor: 'paying authority',
    on: { send: 'sent' },
    alarms: ['pay.days_after_crac', 'paying authority', 'R-3.11'],
  },
  sent: {
    waitsFor: 'platform',
    on: { advise: 'paid', refuse: 'billed' },
    alarms: ['pay.days_after_crac', 'paying authority', 'R-3.11'],
  },
  paid: final,
});
export type BillState = (typeof billStates.names)[number];
