import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';
import type { Actor } from '#platform/kernel';
import { parseContact } from '../domain/contact.js';
import { permissionsOf } from '../domain/permissions.js';
import { chooseStanding } from '../domain/standing.js';
import { Persons } from './persons.repository.js';
import { RoleGrants } from './role-grants.repository.js';

const owner = z.object({ id: z.uuid() });

/**
 * Who writes to us from a mobile, and what she may do without a sign-in: what her roles give without a second factor.
 * For the system's jobs: the second wall hides people from each other.
 */
@Injectable()
export class MobileOwners {
  constructor(
    private readonly persons: Persons,
    private readonly grants: RoleGrants,
  ) {}

  /** Whose confirmed mobile this is; null when it is nobody's, or its owner may not sign in either. @rule S-36 */
  async of(tx: Tx, mobile: string): Promise<string | null> {
    const contact = parseContact(mobile);
    if (contact?.kind !== 'mobile') return null;
    const found = await tx.maybe(
      owner,
      `select id from identity.person
        where mobile_lookup = $1 and mobile_verified_at is not null and state = 'active'`,
      [this.persons.lookup(contact)],
    );
    return found?.id ?? null;
  }

  /** The organisations in which she holds an active role, in the order in which she joined them. */
  async organisations(tx: Tx, personId: string): Promise<string[]> {
    const grants = await this.grants.activeRoles(tx, personId);
    return [...new Set(grants.map((grant) => grant.organisationId))];
  }

  /** As whom she acts in an organisation; null when she does not. @rule S-36 S-42 */
  async actorIn(tx: Tx, personId: string, organisationId: string): Promise<Actor | null> {
    const person = await this.persons.lock(tx, personId);
    if (person?.state !== 'active') return null;
    const standing = chooseStanding(await this.grants.activeRoles(tx, personId), { organisationId, postId: null });
    if (standing === null) return null;
    return {
      kind: 'person',
      personId,
      organisationId,
      postId: standing.postId,
      roles: standing.roles,
      permissions: permissionsOf(standing.roles, false),
      sessionId: null,
      secondFactorAt: null,
      delegateId: null,
      label: `reply of person ${personId}`,
    };
  }
}
