import type { Paise } from '#platform/money';
import type { ProviderFee, ProviderPayment, ProviderRefund, ProviderSettlement } from '../ports/payment-provider.js';
import type { ProviderPayout } from '../ports/payout-provider.js';

export const differenceAbouts = ['payment', 'refund', 'fee', 'payout', 'notice', 'cash', 'settlement'] as const;
export const differenceKinds = ['missing_here', 'missing_there', 'amount', 'state'] as const;
export const differenceStatuses = ['open', 'repaired', 'explained'] as const;

/** What is wrong between our row and the provider's object. */
export interface Fault {
  kind: (typeof differenceKinds)[number];
  /** How each side sees it, in words of the state tables. */
  says: string;
  /** Whether asking the provider once more and following it puts it right; the rest is for the payments desk. */
  canFollow: boolean;
}

/** A fault and where it is. */
export interface Difference extends Fault {
  about: (typeof differenceAbouts)[number];
  provider: string;
  providerId: string;
  ourId: string | null;
  ours_paise: Paise | null;
  theirs_paise: Paise | null;
  /** What put it right in the run that found it; null while it is open. */
  how: string | null;
}

const stateFault = (there: string, here: string, canFollow: boolean): Fault => ({
  kind: 'state',
  says: `${there} there, ${here} here`,
  canFollow,
});
const amountFault = { kind: 'amount', says: 'another amount there', canFollow: false } as const;
const stray = (there: string): Fault => ({
  kind: 'missing_here',
  says: `${there} there, unknown here`,
  canFollow: false,
});

/** @returns null when both sides agree, or will by themselves. @rule S-8 */
export function judgePayment(
  ours: { state: string; amount_paise: Paise; captured_paise: Paise; provider_id: string | null } | null,
  theirs: ProviderPayment,
): Fault | null {
  const isTaken = theirs.captured_paise > 0n;
  // A second object for one payment of ours: she was charged by something we never opened for her.
  if (ours === null || (ours.provider_id !== null && ours.provider_id !== theirs.providerId))
    return isTaken ? stray(theirs.status) : null;
  if (theirs.currency !== 'INR' || theirs.amount_paise !== ours.amount_paise) return amountFault;
  if (isTaken && ours.captured_paise === 0n)
    return stateFault('captured', ours.state, ours.state !== 'failed' && ours.state !== 'voided');
  if (theirs.captured_paise !== ours.captured_paise)
    return isTaken ? amountFault : stateFault(theirs.status, ours.state, false);
  const isOpen = ['intent_created', 'processing', 'authorised'].includes(ours.state);
  return theirs.status === 'cancelled' && isOpen ? stateFault('cancelled', ours.state, true) : null;
}

/** @returns null when both sides agree, or will by themselves. @rule S-8 S-9 */
export function judgeRefund(
  ours: { state: string; amount_paise: Paise; provider_id: string | null } | null,
  theirs: ProviderRefund,
): Fault | null {
  const cameBack = theirs.status === 'failed' || theirs.status === 'cancelled';
  if (ours === null) return cameBack ? null : stray(theirs.status);
  if (theirs.amount_paise !== ours.amount_paise) return amountFault;
  if (theirs.status === 'succeeded' && ours.state !== 'succeeded') return stateFault('succeeded', ours.state, true);
  if (ours.state !== 'succeeded' || ours.provider_id === theirs.providerId)
    return cameBack && ours.state === 'succeeded' ? stateFault(theirs.status, ours.state, false) : null;
  // An earlier try of one that has been sent since.
  return cameBack ? null : stateFault(`${theirs.status} twice`, ours.state, false);
}

/** @returns null when both sides agree, or will by themselves. @rule S-8 */
export function judgePayout(ours: { state: string; amount_paise: Paise } | null, theirs: ProviderPayout): Fault | null {
  const cameBack = theirs.status === 'returned' || theirs.status === 'reversed' || theirs.status === 'failed';
  if (ours === null) return cameBack ? null : stray(theirs.status);
  if (theirs.amount_paise !== ours.amount_paise) return amountFault;
  if (ours.state === 'paid') return theirs.status === 'paid' ? null : stateFault(theirs.status, 'paid', cameBack);
  const isUnderWay = ours.state === 'scheduled' || ours.state === 'sent';
  if (theirs.status === 'accepted') return isUnderWay ? null : stateFault('accepted', ours.state, false);
  if (isUnderWay) return stateFault(theirs.status, ours.state, true);
  return cameBack ? null : stateFault('paid', ours.state, false);
}

/** What our bank got and is not booked, because nobody said what is in it. @param refusal  the provider's word when it was asked */
export function unnamed(provider: string, theirs: ProviderSettlement, refusal: string | null): Difference {
  return {
    ...{ about: 'settlement', kind: 'missing_here', canFollow: false, how: null },
    says:
      refusal === null ? 'sent by hand there: what is in it is not named' : `its lines are refused there: ${refusal}`,
    ...{ provider, providerId: theirs.providerId, ourId: null, ours_paise: null, theirs_paise: theirs.amount_paise },
  };
}

/** What our bank got is another sum than its lines come to in our books. */
export function unequal(provider: string, ours_paise: Paise, theirs: { id: string; amount_paise: Paise }): Difference {
  return {
    ...{ about: 'settlement', kind: 'amount', canFollow: false, how: null },
    says: 'another sum came than is booked: some of its lines are about nothing of ours',
    ...{ provider, providerId: theirs.id, ourId: null, ours_paise, theirs_paise: theirs.amount_paise },
  };
}

/** Lines the provider charges itself with, about no payment. */
const ownKinds: ReadonlySet<string> = new Set(['stripe_fee', 'stripe_fx_fee', 'tax_fee']);
/** What went to makers' accounts there, or came back: booked with each payout. */
const payoutKinds: ReadonlySet<string> = new Set([
  'transfer',
  'transfer_refund',
  'transfer_cancel',
  'transfer_failure',
]);

/** What of a settlement's lines is about no payment and booked all the same. */
export function besidesPayments(lines: readonly ProviderFee[]): { own_paise: Paise; elsewhere_paise: Paise } {
  const sumOf = (kinds: ReadonlySet<string>) =>
    lines.filter((line) => kinds.has(line.kind)).reduce((sum, line) => sum + line.net_paise, 0n);
  return { own_paise: sumOf(ownKinds), elsewhere_paise: sumOf(payoutKinds) };
}

const hour_ms = 3_600_000;

/** How many hours back the provider's lists are read at least, by kind of look. */
const reach_hours = { hourly: 3, daily: 72, asked: 72 } as const;
export type LookKind = keyof typeof reach_hours;

/** The provider keeps its notices so long. */
const notices_days = 30;

/**
 * From when on a look reads the provider's lists: its own reach, or an hour before the last look began, when none has
 * been for longer than that. Real time.
 */
export function lookSince(kind: LookKind, now: Date, lastBegan: Date | null): Date {
  const reach = now.getTime() - reach_hours[kind] * hour_ms;
  const last = lastBegan === null ? reach : lastBegan.getTime() - hour_ms;
  return new Date(Math.max(Math.min(reach, last), now.getTime() - notices_days * 24 * hour_ms));
}
