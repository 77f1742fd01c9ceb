import { assert } from '#platform/kernel';
import { apportion, type Paise } from '#platform/money';
import { fail } from './seller.errors.js';
import type { SellerClass } from './seller-class.js';
import { openToEvidence, servingStates, type SellerState } from './seller.states.js';

/** How a member agreed that her group speaks for her: by a code to her mobile, or on paper. */
export const memberConsents = ['asked', 'code', 'paper'] as const;
export type MemberConsent = (typeof memberConsents)[number];

/** A member's part of what the group earns, in basis points. */
export interface MemberShare {
  memberId: string;
  share_bp: number;
}

export interface MemberDates {
  id: string;
  joined_on: string;
  left_on: string | null;
  consent: MemberConsent;
}

const groups: ReadonlySet<SellerClass> = new Set(['shg', 'fpo_company', 'fpo_cooperative']);

/** Groups and producer companies have members, nobody else. @throws members_not_kept (409) @rule */
export function assertKeepsMembers(sellerClass: SellerClass): void {
  if (!groups.has(sellerClass)) throw fail('members_not_kept', { class: sellerClass });
}

/**
 * Members are written while the applicant works on her papers, while an officer has them, and as long as the group is a
 * seller; after that nothing is added to what was refused.
 * @throws evidence_closed (409)
 * @rule SM-1
 */
export function assertOpenToMembers(state: SellerState): void {
  if (!openToEvidence(state) && !isAsked(state)) throw fail('evidence_closed', { state });
}

/** Codes go to members of groups an officer looks at or has approved: nobody has strangers sent words from a draft. @throws members_not_asked_yet (409) @rule S-34 */
export function assertMembersAsked(state: SellerState): void {
  if (!isAsked(state)) throw fail('members_not_asked_yet', { state });
}

const isAsked = (state: SellerState): boolean => state === 'under_review' || servingStates.includes(state);

/** Nobody joins tomorrow, or leaves before she joined. @throws member_dates_unfit (422) */
export function assertMemberDates(today: string, joined_on: string, left_on: string | null): void {
  if (joined_on > today) throw fail('member_dates_unfit', { why: 'nobody joins on a day to come' });
  if (left_on !== null && left_on < joined_on) throw fail('member_dates_unfit', { why: 'she joined later' });
}

/**
 * Shares are of members who agreed and belong to the group on the day, each once, and are the whole.
 * @param holdsFrom  the first day of the shares
 * @throws shares_unfit (422)
 * @rule
 */
export function assertShares(
  shares: readonly MemberShare[],
  members: readonly MemberDates[],
  holdsFrom: string,
  today: string,
): void {
  if (holdsFrom < today) throw fail('shares_unfit', { why: 'shares of days gone by are not changed' });
  if (new Set(shares.map(({ memberId }) => memberId)).size !== shares.length)
    throw fail('shares_unfit', { why: 'somebody stands in it twice' });
  for (const { memberId } of shares) {
    const member = members.find(({ id }) => id === memberId);
    if (!member) throw fail('shares_unfit', { why: 'somebody in it is no member' });
    if (member.consent === 'asked') throw fail('shares_unfit', { why: 'somebody in it has not agreed yet' });
    if (member.joined_on > holdsFrom) throw fail('shares_unfit', { why: 'somebody in it joins later' });
    if (member.left_on !== null) throw fail('shares_unfit', { why: 'somebody in it has left' });
  }
  const whole_bp = shares.reduce((sum, { share_bp }) => sum + share_bp, 0);
  if (whole_bp !== 10_000) throw fail('shares_unfit', { why: `it adds up to ${whole_bp} of 10000 basis points` });
}

/**
 * Splits an amount by shares so that the parts add up to it exactly; paise that are left go to the largest remainders.
 * @param amount  paise, ≥ 0
 * @param shares  adding up to 10 000 basis points
 * @returns one part per share, in the same order
 * @rule S-9
 */
export function splitByShares(amount: Paise, shares: readonly MemberShare[]): Paise[] {
  assert(shares.reduce((sum, { share_bp }) => sum + share_bp, 0) === 10_000, 'shares are the whole');
  return apportion(
    amount,
    shares.map(({ share_bp }) => BigInt(share_bp)),
  );
}
