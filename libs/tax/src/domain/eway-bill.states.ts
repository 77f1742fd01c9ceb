import { final, states } from '#platform/kernel';

/** How goods get the e-way bill without which they must not move. @rule */
export const ewayBillStates = states('The e-way bill', 'waiting', {
  waiting: {
    waitsFor: 'platform',
    on: { make: 'made', refuse: 'refused' },
    alarms: ['ewb.alarm_hours', 'payments desk', 'R-6.23'],
  },
  refused: {
    waitsFor: 'seller',
    on: { ask_again: 'waiting' },
    alarms: ['ewb.refused_alarm_days', 'payments desk', 'R-6.23'],
  },
  made: final,
});
export type EWayBillState = (typeof ewayBillStates.names)[number];
export type EWayBillEvent = Parameters<typeof ewayBillStates.next>[1];
