import { final, states } from '#platform/kernel';

/** How goods get the e-way bill without which they must not move. @rule */
export const ewayBillStates = states('The e-way bill', 'waiting', {
  waiting: {
    waitsFor: 'platform',
    on: { make: 'made', refuse: 'refused', call_off: 'cancelling' },
    alarms: ['ewb.alarm_hours', 'payments desk', 'R-6.23'],
  },
  refused: {
    waitsFor: 'seller',
    on: { ask_again: 'waiting', call_off: 'cancelled' },
    alarms: ['ewb.refused_alarm_days', 'payments desk', 'R-6.23'],
  },
  made: { waitsFor: 'nobody', on: { call_off: 'cancelling' } },
  /** The goods will not move: the portal is told so within the time it allows. */
  cancelling: {
    waitsFor: 'platform',
    on: { cancel: 'cancelled', keep: 'kept' },
    alarms: ['ewb.alarm_hours', 'payments desk', 'R-6.23'],
  },
  cancelled: final,
  /** The portal would not cancel it. */
  kept: final,
});
export type EWayBillState = (typeof ewayBillStates.names)[number];
export type EWayBillEvent = Parameters<typeof ewayBillStates.next>[1];
