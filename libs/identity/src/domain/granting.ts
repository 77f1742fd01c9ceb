import type { Actor } from '#platform/kernel';
import { fail } from './errors.js';
import type { Role } from './permissions.js';

/** Who gives which role, and where: in the house they act for, or anywhere. The rest only the system gives. */
const given: Partial<Record<Role, { by: string; where: 'own house' | 'anywhere' }>> = {
  maker_owner: { by: 'maker:own', where: 'own house' },
  maker_manager: { by: 'maker:manage-members', where: 'own house' },
  maker_packer: { by: 'maker:manage-members', where: 'own house' },
  maker_accounts: { by: 'maker:manage-members', where: 'own house' },
  maker_member: { by: 'maker:manage-members', where: 'own house' },
  // The first one comes with the registration; a successor is confirmed by the verifying authority.
  gov_primary_user: { by: 'gov:verify', where: 'own house' },
  // Not by the head, whom it watches too.
  gov_vigilance: { by: 'gov:verify', where: 'own house' },
  gov_buyer: { by: 'gov:manage-users', where: 'own house' },
  gov_consignee: { by: 'gov:manage-users', where: 'own house' },
  gov_ddo: { by: 'gov:manage-users', where: 'own house' },
  gov_pao: { by: 'gov:manage-users', where: 'own house' },
  gov_competent_authority: { by: 'gov:manage-users', where: 'own house' },
  centre_keeper: { by: 'admin:users', where: 'anywhere' },
  district_officer: { by: 'admin:users', where: 'anywhere' },
  state_officer: { by: 'admin:users', where: 'anywhere' },
  platform_admin: { by: 'admin:users', where: 'anywhere' },
  platform_operator: { by: 'admin:users', where: 'anywhere' },
  platform_reviewer: { by: 'admin:users', where: 'anywhere' },
  programme_officer: { by: 'admin:users', where: 'anywhere' },
  conduct_officer: { by: 'admin:users', where: 'anywhere' },
  payments_officer: { by: 'admin:users', where: 'anywhere' },
  grievance_officer: { by: 'admin:users', where: 'anywhere' },
  nodal_person: { by: 'admin:users', where: 'anywhere' },
  platform_auditor: { by: 'admin:users', where: 'anywhere' },
};

/**
 * An operator at the server gives what an administrator gives, and nothing of a buyer or a shop: those belong to their
 * own heads. @throws may_not_grant (403) @rule S-28
 */
export function assertOperatorGives(role: Role): void {
  if (given[role]?.by !== 'admin:users') throw fail('may_not_grant', { role });
}

/**
 * May this actor give that role to that person there?
 * @param inOwnHouse  the organisation is the actor's own or lies under it
 * @throws may_not_grant, second_person_needed (403)
 * @rule S-28
 */
export function assertMayGrant(actor: Actor, role: Role, toPersonId: string, inOwnHouse: boolean): void {
  if (actor.kind === 'system') return;
  const rule = given[role];
  const isAllowed = rule && actor.permissions.has(rule.by) && (rule.where === 'anywhere' || inOwnHouse);
  if (!isAllowed) throw fail('may_not_grant', { role });
  if (actor.personId === toPersonId) throw fail('second_person_needed', { why: 'nobody gives a role to themselves' });
}

/** Why roles end with the organisation they were held in; who held them still hears how it ended. @rule S-66 */
export const organisation_ended = 'organisation_ended';
