import { z } from 'zod';
import { teamRoles, type InvitationView, type TeamMember } from '#identity';
import { freeText } from '#platform/identifiers';
import { contact } from '../auth/auth.schema.js';

const invitation = z
  .strictObject({
    id: z.uuid(),
    organisationId: z.uuid(),
    organisation: z.string(),
    to: z.string().describe('enough to know the address'),
    role: z.string(),
    invitedAt: z.iso.datetime(),
    expiresAt: z.iso.datetime(),
  })
  .meta({ id: 'TeamInvitation' });
export const invitations = z.strictObject({ items: z.array(invitation).max(100) }).meta({ id: 'TeamInvitations' });

export const team = z
  .strictObject({
    members: z
      .array(
        z.strictObject({
          personId: z.uuid(),
          name: z.string(),
          joinedAt: z.iso.datetime(),
          roles: z.array(z.strictObject({ grantId: z.uuid(), role: z.string() })).max(teamRoles.length),
        }),
      )
      .max(100),
    invitations: z.array(invitation).max(100),
  })
  .meta({ id: 'Team' });

export const invitationBody = z
  .strictObject({
    to: contact.describe('mobile or e-mail of who shall work for you'),
    role: z
      .enum(teamRoles)
      .describe('owner: answers for the shop; manager: goods, orders, contracts; accounts: payouts; packer: orders'),
  })
  .meta({ id: 'NewTeamInvitation' });
export const roleEndBody = z.strictObject({ reason: freeText(500) }).meta({ id: 'RoleEnd' });

const viewOfInvitation = (row: InvitationView): z.input<typeof invitation> => ({
  id: row.id,
  organisationId: row.organisation_id,
  organisation: row.organisation,
  to: row.contact_hint,
  role: row.role,
  invitedAt: row.invited_at.toISOString(),
  expiresAt: row.expires_at.toISOString(),
});
export const viewOfInvitations = (rows: readonly InvitationView[]): z.input<typeof invitations> => ({
  items: rows.map(viewOfInvitation),
});
export const viewOfTeam = (found: {
  members: readonly TeamMember[];
  invitations: readonly InvitationView[];
}): z.input<typeof team> => ({
  members: found.members.map((one) => ({ ...one, joinedAt: one.joinedAt.toISOString() })),
  invitations: found.invitations.map(viewOfInvitation),
});
