import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';
import { isRole, type Role } from '../domain/permissions.js';

const grantRow = z
  .object({
    id: z.uuid(),
    person_id: z.uuid(),
    organisation_id: z.uuid(),
    post_id: z.uuid().nullable(),
    role: z.string(),
  })
  .transform((row) => ({
    id: row.id,
    personId: row.person_id,
    organisationId: row.organisation_id,
    postId: row.post_id,
    role: row.role as Role,
  }))
  .refine((grant) => isRole(grant.role), 'a granted role is in the table of roles');
export type Grant = z.infer<typeof grantRow>;

const columns = 'g.id, g.person_id, g.organisation_id, g.post_id, g.role';

@Injectable()
export class RoleGrants {
  activeRoles(tx: Tx, personId: string): Promise<Grant[]> {
    return tx.many(
      grantRow,
      `select ${columns} from identity.role_grant g where g.person_id = $1 and g.state = 'active' order by g.id`,
      [personId],
    );
  }

  /** What a person holds or is proposed for, held until commit. */
  ofPerson(tx: Tx, personId: string): Promise<Grant[]> {
    return tx.many(
      grantRow,
      `select ${columns} from identity.role_grant g where g.person_id = $1 and g.state <> 'ended' order by g.id for update`,
      [personId],
    );
  }

  /**
   * The roles a person holds, or is proposed for, anywhere in the buying organisation that `organisationId` lies in: the
   * organisation with all its offices is one house for the separation of duties. @rule
   */
  heldInHouse(tx: Tx, personId: string, organisationId: string): Promise<Grant[]> {
    return tx.many(
      grantRow,
      `with recursive up as (
         select o.id, o.kind, o.parent_id from identity.organisation o where o.id = $2
         union all
         select o.id, o.kind, o.parent_id from identity.organisation o join up on o.id = up.parent_id
          where up.kind = 'buyer_office'
       ), down as (
         select id from up
         union
         select o.id from identity.organisation o join down on o.parent_id = down.id
       )
       select ${columns} from identity.role_grant g
        where g.person_id = $1 and g.state <> 'ended' and g.organisation_id in (select id from down)
        order by g.id`,
      [personId, organisationId],
    );
  }

  byId(tx: Tx, grantId: string): Promise<Grant | null> {
    return tx.maybe(
      grantRow,
      `select ${columns} from identity.role_grant g where g.id = $1 and g.state <> 'ended' for update`,
      [grantId],
    );
  }

  /** A grant that waits for a second person, held until commit, with who proposed it. */
  async proposed(tx: Tx, grantId: string): Promise<(Grant & { grantedBy: string | null }) | null> {
    const by = await tx.maybe(
      z.object({ granted_by: z.uuid().nullable() }),
      `select granted_by from identity.role_grant where id = $1 and state = 'proposed' for update`,
      [grantId],
    );
    const grant = by && (await this.byId(tx, grantId));
    return grant && { ...grant, grantedBy: by.granted_by };
  }

  /** Live grants tied to a post. */
  ofPost(tx: Tx, postId: string): Promise<Grant[]> {
    return tx.many(
      grantRow,
      `select ${columns} from identity.role_grant g where g.post_id = $1 and g.state <> 'ended' order by g.id`,
      [postId],
    );
  }

  /** Every live grant of an organisation, held until commit. */
  ofOrganisation(tx: Tx, organisationId: string): Promise<Grant[]> {
    return tx.many(
      grantRow,
      `select ${columns} from identity.role_grant g
        where g.organisation_id = $1 and g.state <> 'ended' order by g.id for update`,
      [organisationId],
    );
  }

  async end(tx: Tx, grantId: string, endedBy: string | null, reason: string): Promise<Grant | null> {
    return tx.maybe(
      grantRow,
      `update identity.role_grant g
          set state = 'ended', ended_at = $2, ended_by = $3, end_reason = $4
        where g.id = $1 and g.state <> 'ended' returning ${columns}`,
      [grantId, tx.now, endedBy, reason],
    );
  }
}
