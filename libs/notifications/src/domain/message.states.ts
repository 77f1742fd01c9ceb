import { final, states } from '#platform/kernel';

/** One message to one person over one channel. A failed one stays visible until somebody sends it again. */
export const messageStates = states('The message', 'queued', {
  queued: {
    waitsFor: 'messages provider',
    on: { send: 'sent', fail: 'failed' },
    alarms: ['message.queued_alarm_hours', 'operations desk', 'S-14'],
  },
  failed: {
    waitsFor: 'operations desk',
    on: { retry: 'queued' },
    alarms: ['message.failed_alarm_days', 'operations desk', 'S-14'],
  },
  sent: final,
});
export type MessageState = (typeof messageStates.names)[number];
export type MessageEvent = Parameters<typeof messageStates.next>[1];
