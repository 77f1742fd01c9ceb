import { final, states, type Machine } from '#platform/kernel';

export type OdopEntryState =
  'proposed' | 'district_reviewed' | 'state_approved' | 'confirmed' | 'live' | 'suspended' | 'retired' | 'rejected';

/**
 * The life of one version of a district's ODOP product: District → State → national confirmation.
 *
 * A change is never made to a live entry: `propose_change` leaves it live and starts a new version in `proposed`; when the new
 * version is published, `succeed` retires the old one, whose listings keep its id.
 * @rule SM-2
 */
export const odopEntryStates = states('The ODOP entry', 'proposed', {
  proposed: {
    waitsFor: 'district nodal officer',
    on: { complete_dossier: 'district_reviewed', reject: 'rejected' },
    alarms: ['odop.review_alarm_days', 'state nodal officer', 'SM-2'],
  },
  district_reviewed: {
    waitsFor: 'state nodal officer',
    on: { approve: 'state_approved', return: 'proposed', reject: 'rejected' },
    alarms: ['odop.review_alarm_days', 'national programme desk', 'SM-2'],
  },
  state_approved: {
    waitsFor: 'national programme desk',
    on: { confirm: 'confirmed', query: 'district_reviewed' },
    alarms: ['odop.review_alarm_days', 'national programme desk', 'SM-2'],
  },
  confirmed: {
    waitsFor: 'clock',
    on: { publish: 'live' },
    alarms: ['odop.review_alarm_days', 'national programme desk', 'SM-2'],
  },
  live: {
    waitsFor: 'nobody',
    on: { propose_change: 'live', succeed: 'retired', withdraw: 'retired', suspend: 'suspended' },
  },
  suspended: {
    waitsFor: 'state or national desk',
    on: { resume: 'live' },
    alarms: ['odop.suspended_alarm_days', 'national programme desk', 'SM-2'],
  },
  retired: final,
  rejected: final,
});

export const odopEntryStateNames = odopEntryStates.names;
export type OdopEntryEvent = typeof odopEntryStates extends Machine<OdopEntryState, infer E> ? E : never;

/** Only a live entry of a product that can be sold takes new listings; earlier listings keep theirs. @rule SM-2 */
export function takesNewListings(entry: { state: OdopEntryState; takes_listings: boolean }): boolean {
  return entry.state === 'live' && entry.takes_listings;
}

/** What has been in force may be seen by everybody, also afterwards; what is only proposed or was refused may not. @rule SM-2 */
export function isPublished(state: OdopEntryState): boolean {
  return state === 'live' || state === 'suspended' || state === 'retired';
}

/** How goods show the entry they were listed under: they keep it, whatever became of it. @rule SM-2 */
export const standings = ['listed', 'suspended', 'earlier'] as const;
export function standingOf(state: OdopEntryState): (typeof standings)[number] {
  if (state === 'retired') return 'earlier';
  return state === 'suspended' ? 'suspended' : 'listed';
}
