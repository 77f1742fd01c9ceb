import { fail } from './errors.js';
import type { Role } from './permissions.js';

/** Ranks of officers, lowest first; other services name the rank equivalent to theirs. @rule */
export const ranks = [
  'assistant_section_officer',
  'section_officer',
  'under_secretary',
  'deputy_secretary',
  'director',
  'joint_secretary',
  'additional_secretary',
  'secretary',
] as const;
export type Rank = (typeof ranks)[number];
/** A head of the office at a sub-centre or unit registers it whatever the rank. @rule */
export const postRanks = [...ranks, 'head_of_office'] as const;
export type PostRank = (typeof postRanks)[number];

const floors: Partial<Record<Role, Rank>> = {
  gov_primary_user: 'deputy_secretary',
  gov_verifying_authority: 'under_secretary',
  gov_buyer: 'section_officer',
};

const height = (rank: Rank): number => ranks.indexOf(rank);

/** @throws rank_too_low (422) @rule */
export function assertRankFits(role: Role, rank: PostRank): void {
  const floor = floors[role];
  if (floor === undefined || rank === 'head_of_office') return;
  if (height(rank) < height(floor)) throw fail('rank_too_low', { role, rank, floor });
}

/** The verifying authority stands at most one rank above or below the primary user. @throws ranks_too_far (422) @rule */
export function assertVerifierRank(verifier: Rank, primary: PostRank): void {
  assertRankFits('gov_verifying_authority', verifier);
  if (primary === 'head_of_office') return;
  if (Math.abs(height(verifier) - height(primary)) > 1) throw fail('ranks_too_far', { verifier, primary });
}
