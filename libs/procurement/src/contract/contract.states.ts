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
  delivered: {
    waitsFor: 'consignee',
    on: { settle: 'settled', reject: 'rejected' },
    alarms: ['crac.days', 'consignee', 'R-3.6'],
  },
  settled: {
    waitsFor: 'paying authority',
    on: { complete: 'completed' },
    alarms: ['pay.days_after_crac', 'paying authority', 'R-3.11'],
  },
  completed: final,
  declined: final,
  lapsed: final,
  rejected: final,
});
export type ContractState = (typeof contractStates.names)[number];

/** In these states a contract has come to nothing: it binds no money, and its demand may be ordered again. @rule  */
export const cameToNothing: readonly ContractState[] = ['declined', 'lapsed', 'rejected'];
export type ContractEvent = Parameters<typeof contractStates.next>[1];
