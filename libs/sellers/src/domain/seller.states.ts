import { final, states, type Machine } from '#platform/kernel';

export type SellerState =
  | 'draft'
  | 'submitted'
  | 'under_review'
  | 'needs_correction'
  | 'lapsed'
  | 'verified'
  | 'rejected'
  | 'active'
  | 'restricted'
  | 'moratorium'
  | 'suspended'
  | 'debarred'
  | 'closed';

/** The life of a seller, from the first application to its end. @rule SM-1 */
export const sellerStates = states('The seller', 'draft', {
  draft: { waitsFor: 'seller', on: { submit: 'submitted' } },
  submitted: {
    waitsFor: 'automatic checks',
    on: { auto_checks_pass: 'under_review', auto_check_fail: 'needs_correction' },
    alarms: ['onboarding.auto_check_minutes', 'support desk', 'SM-1'],
  },
  under_review: {
    waitsFor: 'reviewing officer',
    on: { request_info: 'needs_correction', approve: 'verified', reject: 'rejected' },
    alarms: ['onboarding.review_days', 'state nodal officer', 'SM-1'],
  },
  needs_correction: {
    waitsFor: 'seller',
    on: { resubmit: 'submitted', lapse: 'lapsed' },
    lapses: ['onboarding.correction_days', 'lapse', 'SM-1'],
  },
  lapsed: final,
  verified: { waitsFor: 'seller', on: { first_listing: 'active', suspend: 'suspended', close: 'closed' } },
  rejected: final,
  active: {
    waitsFor: 'nobody',
    on: { evidence_expires: 'restricted', moratorium: 'moratorium', suspend: 'suspended', close: 'closed' },
  },
  restricted: {
    waitsFor: 'seller',
    on: { renew: 'active', moratorium: 'moratorium', suspend: 'suspended', close: 'closed' },
  },
  moratorium: {
    waitsFor: 'incident desk',
    on: { cleared: 'active', suspend: 'suspended' },
    alarms: ['seller.moratorium_alarm_days', 'incident desk', 'SM-1'],
  },
  suspended: {
    waitsFor: 'clock',
    on: { reinstate: 'active', debar: 'debarred' },
    alarms: ['seller.suspended_alarm_days', 'incident desk', 'SM-1'],
  },
  debarred: final,
  closed: final,
});

export type SellerEvent = typeof sellerStates extends Machine<SellerState, infer E> ? E : never;

/** Makers in these states may put new goods before the reviewer. @rule SM-3 */
export const mayList = (state: SellerState): boolean => state === 'verified' || state === 'active';

/** What these sellers have on sale is shown and can be bought; a moratorium or suspension hides it. @rule SM-1 */
export const sellingStates: readonly SellerState[] = ['verified', 'active', 'restricted'];

/** Nothing follows any more: nobody acts for such a seller. @rule SM-1 S-66 */
export const endedStates: readonly SellerState[] = ['lapsed', 'rejected', 'debarred', 'closed'];

/** The applicant still works on the evidence in these states. */
export const openToEvidence = (state: SellerState): boolean => state === 'draft' || state === 'needs_correction';
