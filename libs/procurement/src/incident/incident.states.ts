import { final, states } from '#platform/kernel';

/**
 * SM-9, the part of public purchase. An incident of the platform goes to the desk by itself (`lapses`); of one between the
 * parties the raiser is reminded that she may take it there (`alarms`).
 */
export const incidentStates = states('The incident', 'open', {
  open: {
    waitsFor: 'other side',
    on: { reply: 'responded', escalate: 'escalated', withdraw: 'closed' },
    lapses: ['incident.admin_escalate_hours', 'escalate', 'R-3.16'],
    alarms: ['incident.resolve_days', 'raiser', 'R-3.16'],
  },
  responded: {
    waitsFor: 'both sides',
    on: { settle: 'resolved', escalate: 'escalated' },
    lapses: ['incident.admin_escalate_hours', 'escalate', 'R-3.16'],
    alarms: ['incident.resolve_days', 'raiser', 'R-3.16'],
  },
  escalated: {
    waitsFor: 'incident desk',
    on: { serve_notice: 'scn_issued' },
    alarms: ['incident.desk_days', 'incident desk', 'SM-9'],
  },
  scn_issued: {
    waitsFor: 'accused side',
    on: { answer: 'under_decision', stay_silent: 'under_decision' },
    lapses: ['scn.silent_days', 'stay_silent', 'R-3.16'],
  },
  under_decision: {
    waitsFor: 'incident desk',
    on: { acquit: 'closed', find_fault: 'action' },
    alarms: ['incident.desk_days', 'incident desk', 'SM-9'],
  },
  action: {
    waitsFor: 'accused side',
    on: { appeal: 'appeal', accept: 'closed' },
    lapses: ['incident.appeal_days', 'accept', 'R-3.18'],
  },
  appeal: {
    waitsFor: 'appellate desk',
    on: { uphold: 'closed', set_aside: 'closed' },
    alarms: ['incident.desk_days', 'incident desk', 'SM-9'],
  },
  resolved: final,
  closed: final,
});
export type IncidentState = (typeof incidentStates.names)[number];
export type IncidentEvent = Parameters<typeof incidentStates.next>[1];

/** Until it is decided: the goods of the contract are not accepted by the clock. @rule SM-8 */
export const undecided = [
  'open',
  'responded',
  'escalated',
  'scn_issued',
  'under_decision',
] as const satisfies readonly IncidentState[];

/** Without a last word: the shop of the accused seller does not end meanwhile. */
export const unfinished = [...undecided, 'action', 'appeal'] as const satisfies readonly IncidentState[];
