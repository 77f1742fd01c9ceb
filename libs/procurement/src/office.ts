import type { Tx } from '#platform/database';
import { fail } from './procurement.errors.js';

/** The person and the office she acts for. @throws acts_without_office @rule */
export function officerOf(tx: Tx): { personId: string; officeId: string } {
  const { personId, organisationId } = tx.actor;
  if (!personId || !organisationId) throw fail('acts_without_office');
  return { personId, officeId: organisationId };
}

/**
 * Two steps of one purchase need two persons.
 * @param earlier what the person must not have done before, by step
 * @throws same_person_twice
 * @rule S-28
 */
export function assertAnotherPerson(
  personId: string,
  step: string,
  earlier: Readonly<Record<string, string | null>>,
): void {
  for (const [name, who] of Object.entries(earlier)) {
    if (who === personId) throw fail('same_person_twice', { step, earlier: name });
  }
}
