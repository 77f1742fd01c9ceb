import type { Severity } from '#sellers';
import { fail } from '../procurement.errors.js';

export const sides = ['buyer', 'seller'] as const;
export type Side = (typeof sides)[number];
export const otherSide = (side: Side): Side => (side === 'buyer' ? 'seller' : 'buyer');

export const raisers = [...sides, 'platform'] as const;
export type Raiser = (typeof raisers)[number];

/** What a seller is accused of, and how bad that is held to be. @rule */
export const faultsOfSellers = {
  wrong_category: 'mild',
  late_reply: 'mild',
  wrong_specification: 'serious',
  late_supply: 'serious',
  short_supply: 'serious',
  declined_orders: 'serious',
  non_delivery: 'severe',
  warranty_refused: 'severe',
  forged_documents: 'grave',
  counterfeit: 'grave',
  false_claim: 'grave',
  collusion: 'grave',
} as const satisfies Readonly<Record<string, Severity>>;
export type FaultOfSeller = keyof typeof faultsOfSellers;

/** What an office is accused of. @rule */
export const faultsOfBuyers = [
  'unjust_rejection',
  'no_certificate',
  'late_payment',
  'restrictive_terms',
  'splitting',
] as const;
export type FaultOfBuyer = (typeof faultsOfBuyers)[number];

export type Fault = FaultOfSeller | FaultOfBuyer;
export const faults = [...(Object.keys(faultsOfSellers) as FaultOfSeller[]), ...faultsOfBuyers] as const;

/** The level the rulebook's examples give a fault; an office's faults have none. @rule */
export const levelOf = (fault: Fault): Severity | null =>
  fault in faultsOfSellers ? faultsOfSellers[fault as FaultOfSeller] : null;

export const accusedOf = (fault: Fault): Side => (fault in faultsOfSellers ? 'seller' : 'buyer');

/** A side accuses the other one, never itself. @throws incident_accuses_oneself (422) @rule */
export function assertMayAccuse(raiser: Raiser, fault: Fault): void {
  if (accusedOf(fault) === raiser) throw fail('incident_accuses_oneself', { fault });
}

/**
 * From when a side may take its incident to the desk: a buyer after the days of mutual settlement or the seller's first
 * word, whichever is earlier; a seller after the days; the platform at any time.
 * @param settleBy  when the days of mutual settlement are over
 * @rule
 */
export function escalatesFrom(
  one: { raised_by: Raiser; raised_at: Date; replied_at: Date | null },
  settleBy: Date,
): Date {
  if (one.raised_by === 'platform') return one.raised_at;
  if (one.raised_by === 'buyer' && one.replied_at !== null && one.replied_at < settleBy) return one.replied_at;
  return settleBy;
}

/** @throws incident_too_early (409) @rule */
export function assertMayEscalate(from: Date, now: Date): void {
  if (now < from) throw fail('incident_too_early', { from: from.toISOString() });
}

/** What follows from faults of an office, the first time, the second, and from the third on. @rule */
export const officeSteps = ['report', 'report_above', 'red_flag'] as const;
export type OfficeStep = (typeof officeSteps)[number];

/** @param occurrence  1 for the first fault within the time of repetition @rule */
export const officeStep = (occurrence: number): OfficeStep =>
  officeSteps[Math.min(occurrence, officeSteps.length) - 1] ?? 'report';

/** Who decided is not asked whether she was right. @throws incident_own_decision (403) @rule S-28 */
export function assertOther(decidedBy: string | null, officerId: string | null): void {
  if (decidedBy === officerId) throw fail('incident_own_decision');
}

/** @throws incident_not_yours (403) @rule */
export function assertSide(found: Side | null, wanted: Side | Raiser): void {
  if (found !== wanted) throw fail('incident_not_yours');
}
