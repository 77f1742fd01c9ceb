import { final, states } from '#platform/kernel';

/**
 * SM-9, the consumer's part. The clocks count from the receipt of the complaint, not from the state (domain/clocks.ts): a
 * complaint that is reopened gets no new month.
 */
export const complaintStates = states('The complaint', 'received', {
  received: {
    waitsFor: 'grievance officer',
    on: { acknowledge: 'acknowledged', escalate: 'escalated', withdraw: 'closed' },
    alarms: ['grv.ack_hours', 'grievance officer', 'R-9.2'],
  },
  acknowledged: {
    waitsFor: 'grievance officer',
    on: { begin: 'in_progress', escalate: 'escalated', withdraw: 'closed' },
    lapses: ['grv.escalate_days', 'escalate', 'SM-9'],
  },
  in_progress: {
    waitsFor: 'grievance officer',
    on: { resolve: 'resolved', escalate: 'escalated', withdraw: 'closed' },
    lapses: ['grv.escalate_days', 'escalate', 'SM-9'],
  },
  escalated: {
    waitsFor: 'nodal person',
    on: { resolve: 'resolved', withdraw: 'closed' },
    alarms: ['grv.redress', 'nodal person', 'R-9.2'],
  },
  resolved: {
    waitsFor: 'shopper',
    on: { confirm: 'closed', lapse: 'closed', reopen: 'in_progress' },
    lapses: ['grv.confirm_days', 'lapse', 'SM-9'],
  },
  closed: final,
});
export type ComplaintState = (typeof complaintStates.names)[number];
export type ComplaintEvent = Parameters<typeof complaintStates.next>[1];

/** States in which the desk still owes an answer. */
export const openStates = [
  'received',
  'acknowledged',
  'in_progress',
  'escalated',
] as const satisfies readonly ComplaintState[];
export const isOpen = (state: ComplaintState): boolean => (openStates as readonly string[]).includes(state);
