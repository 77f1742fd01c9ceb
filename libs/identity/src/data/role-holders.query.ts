import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { seeingAll, type Tx } from '#platform/database';
import type { Role } from '../domain/permissions.js';
import { RoleGrants } from './role-grants.repository.js';

@Injectable()
export class RoleHoldersQuery {
  constructor(private readonly grants: RoleGrants) {}

  /**
   * The posts from which a person holds a role in an organisation just now, null among them for a role held without a
   * post; empty when they do not hold it. For decisions of journeys: the caller has been checked.
   * @rule 
   */
  async posts(tx: Tx, held: { personId: string; organisationId: string; role: Role }): Promise<(string | null)[]> {
    const grants = await seeingAll(tx, () => this.grants.activeRoles(tx, held.personId));
    return grants
      .filter((grant) => grant.organisationId === held.organisationId && grant.role === held.role)
      .map((grant) => grant.postId);
  }

  /** Who sits in a post, or null while it stands vacant. @rule */
  async holder(tx: Tx, postId: string): Promise<string | null> {
    const post = await seeingAll(tx, () =>
      tx.maybe(
        z.object({ person_id: z.uuid().nullable() }),
        `select holder_person_id as person_id from identity.post where id = $1`,
        [postId],
      ),
    );
    return post?.person_id ?? null;
  }
}
