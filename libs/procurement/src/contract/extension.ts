import { assert } from '#platform/kernel';
import { endOfIstDay, istDay } from '#platform/time';
import type { Contract } from '../data/contracts.repository.js';
import { fail } from '../procurement.errors.js';
import type { ContractState } from './contract.states.js';

export const extensionDecisions = ['granted', 'granted_with_damages', 'refused'] as const;
export type ExtensionDecision = (typeof extensionDecisions)[number];

/** While goods are on their way or still to be sent, a later day can be spoken about. */
const undelivered: ReadonlySet<ContractState> = new Set<ContractState>(['accepted', 'dispatched']);

const tooLate = ({ deliver_by }: Pick<Contract, 'deliver_by'>) =>
  fail('extension_too_late', { deliver_by: istDay(deliver_by) });

/** @throws extension_too_late once the goods are there, or there is nothing to deliver @rule */
export function assertUndelivered(contract: Pick<Contract, 'state' | 'deliver_by'>): void {
  if (!undelivered.has(contract.state)) throw tooLate(contract);
}

/**
 * The last second until which a seller asks to deliver: she asks while she is in time, and for a later day.
 * @param day  `YYYY-MM-DD`
 * @throws extension_too_late · extension_not_later
 * @rule
 */
export function askedUntil(contract: Pick<Contract, 'state' | 'deliver_by'>, day: string, now: Date): Date {
  assertUndelivered(contract);
  if (istDay(now) > istDay(contract.deliver_by)) throw tooLate(contract);
  const until = endOfIstDay(day);
  if (until <= contract.deliver_by) throw fail('extension_not_later', { deliver_by: istDay(contract.deliver_by) });
  return until;
}

/**
 * What a decision makes of the two days of a contract: until when goods are expected, and from when they are late.
 * @rule 
 */
export function daysAfterDecision(
  contract: Pick<Contract, 'deliver_by' | 'late_after'>,
  until: Date,
  decision: ExtensionDecision,
): Pick<Contract, 'deliver_by' | 'late_after'> {
  const { deliver_by, late_after } = contract;
  if (decision === 'refused') return { deliver_by, late_after };
  assert(until > deliver_by, 'more time was asked than there was');
  return { deliver_by: until, late_after: decision === 'granted' ? until : late_after };
}
