import type { Actor } from '#platform/kernel';
import { fail } from './policy.errors.js';

export const proposalStates = ['open', 'approved', 'rejected'] as const;
export type ProposalState = (typeof proposalStates)[number];

/** What a decision looks at. */
export interface OpenQuestion {
  id: string;
  state: ProposalState;
  proposed_by: string;
}

/**
 * The person who may decide a proposal: anybody with the permission but the proposer, once.
 * @returns the deciding person
 * @throws proposal_not_open, policy_needs_person, proposer_cannot_approve
 * @rule S-28
 */
export function decider(proposal: OpenQuestion, actor: Actor): string {
  if (proposal.state !== 'open') throw fail('proposal_not_open', { proposalId: proposal.id, state: proposal.state });
  const person = personOf(actor);
  if (person === proposal.proposed_by) throw fail('proposer_cannot_approve');
  return person;
}

/**
 * Values are changed by persons; a job or a key of a machine has nobody to answer for it.
 * @throws policy_needs_person
 */
export function personOf(actor: Actor): string {
  if (actor.kind !== 'person' || actor.personId === null) throw fail('policy_needs_person');
  return actor.personId;
}
