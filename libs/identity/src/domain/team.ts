import { fail } from './errors.js';
import type { Role } from './permissions.js';

/** Roles in a maker's shop, from the one who answers for it to the one who packs. */
export const teamRoles = [
  'maker_owner',
  'maker_manager',
  'maker_accounts',
  'maker_packer',
  'maker_member',
] as const satisfies readonly Role[];
export type TeamRole = (typeof teamRoles)[number];

/** Days for which an invitation may be accepted. */
export const invitation_days = 14;

/** Invitations one address gets in 24 hours, whatever shops send them: nobody is pestered in our name. @rule S-34 */
export const invitationsPerAddress_max = 5;

/** @param sent  to the address within 24 hours, by all shops @throws too_many_invitations (429) @rule S-34 */
export function assertMayBeInvited(sent: number): void {
  if (sent >= invitationsPerAddress_max) throw fail('too_many_invitations');
}

/**
 * A shop always has somebody who answers for it.
 * @param owners  grants of `maker_owner` that hold now
 * @throws last_owner_stays (409)
 * @rule
 */
export function assertOwnerLeft(owners: readonly string[], ending: readonly string[]): void {
  const leaves = owners.some((id) => ending.includes(id));
  if (leaves && owners.every((id) => ending.includes(id))) throw fail('last_owner_stays');
}
