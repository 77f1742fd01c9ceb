import { final, states, type Machine } from '#platform/kernel';
import type { Restriction } from './paper-terms.rules.js';

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
  // It ends by itself: its last moment goes by the severity of the fault, so it is no parameter of one name.
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

/** What was sold before is delivered all the same: measures hide goods, they break no contract. @rule SM-1 */
export const servingStates: readonly SellerState[] = [...sellingStates, 'moratorium', 'suspended'];

/** Nothing follows any more: nobody acts for such a seller. @rule SM-1 S-66 */
export const endedStates: readonly SellerState[] = ['lapsed', 'rejected', 'debarred', 'closed'];

/** The applicant still works on the evidence in these states. */
export const openToEvidence = (state: SellerState): boolean => state === 'draft' || state === 'needs_correction';

/** What a seller's state means elsewhere. */
export interface Standing {
  /** Puts new goods before the reviewer. */
  mayList: boolean;
  /** Sells what is on sale, but for what is hidden: in the shop, by direct order, in comparisons and bids. */
  takesOrders: boolean;
  /** Goes on with what was sold. */
  servesOrders: boolean;
  hidden: readonly Restriction[];
}

/** @rule SM-1 */
export const standingOf = (state: SellerState, hidden: readonly Restriction[]): Standing => ({
  mayList: mayList(state),
  takesOrders: sellingStates.includes(state) && !hidden.includes('all'),
  servesOrders: servingStates.includes(state),
  hidden,
});
