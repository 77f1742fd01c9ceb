import { final, states } from '#platform/kernel';

/** SM-8: the contract itself; receipt and payment have tables of their own. */
export const contractStates = states('The contract', 'issued', {
  issued: {
    waitsFor: 'seller',
    on: { accept: 'accepted', decline: 'declined', lapse: 'lapsed' },
    lapses: ['order.accept_hours', 'lapse', 'R-3.1'],
  },
  accepted: {
    waitsFor: 'seller',
    on: { dispatch: 'dispatched' },
    alarms: ['contract.undelivered_force_days', 'buyer', 'R-3.20'],
  },
  dispatched: {
    waitsFor: 'seller',
    on: { deliver: 'delivered' },
    alarms: ['contract.undelivered_force_days', 'buyer', 'R-3.20'],
  },
  delivered: { waitsFor: 'consignee', on: { settle: 'settled' }, alarms: ['crac.days', 'consignee', 'R-3.6'] },
  settled: {
    waitsFor: 'paying authority',
    on: { complete: 'completed' },
    alarms: ['pay.days_after_crac', 'paying authority', 'R-3.11'],
  },
  completed: final,
  declined: final,
  lapsed: final,
});
export type ContractState = (typeof contractStates.names)[number];
export type ContractEvent = Parameters<typeof contractStates.next>[1];
