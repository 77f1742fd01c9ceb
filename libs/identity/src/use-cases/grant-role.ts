import { Injectable } from '@nestjs/common';
import { seeingAll, UnitOfWork, type Tx } from '#platform/database';
import { newId } from '#platform/kernel';
import { securityEvent } from '../security/security-log.js';
import { isWithin } from '../data/house.js';
import { MembershipEntity, RoleGrantEntity } from '../data/organisation.entity.js';
import { OrganisationsQuery } from '../data/organisations.query.js';
import { Persons } from '../data/persons.repository.js';
import { Posts } from '../data/posts.repository.js';
import { RoleGrants } from '../data/role-grants.repository.js';
import { SessionFacts } from '../data/session-facts.query.js';
import { idRow } from '../data/rows.js';
import { fail } from '../domain/errors.js';
import { RoleGranted } from '../domain/events.js';
import { assertMayGrant } from '../domain/granting.js';
import { isBuyerKind } from '../domain/organisation-kind.js';
import { isHeldIn, needsSecondPerson, type Role } from '../domain/permissions.js';
import { assertRankFits } from '../domain/ranks.js';
import { excludedBy } from '../domain/separation.js';

export interface RoleToGrant {
  personId: string;
  organisationId: string;
  role: Role;
  postId?: string | null;
}

export interface GivenRole {
  grantId: string;
  state: 'proposed' | 'active';
}

@Injectable()
export class GrantRole {
  constructor(
    private readonly work: UnitOfWork,
    private readonly persons: Persons,
    private readonly organisations: OrganisationsQuery,
    private readonly grants: RoleGrants,
    private readonly posts: Posts,
    private readonly facts: SessionFacts,
  ) {}

  /**
   * Gives a person a role. Roles of the platform wait for a second administrator's confirmation.
   * @returns the grant's id and state
   * @throws may_not_grant, duties_not_separate (403), role_held_already (409), role_does_not_fit (422)
   * @rule  S-28
   */
  run(wanted: RoleToGrant): Promise<GivenRole> {
    return this.work.run((tx) => this.inside(tx, wanted));
  }

  async inside(tx: Tx, wanted: RoleToGrant): Promise<GivenRole> {
    assertMayGrant(
      tx.actor,
      wanted.role,
      wanted.personId,
      await isWithin(tx, wanted.organisationId, tx.actor.organisationId),
    );
    const isWaiting = needsSecondPerson(wanted.role) && tx.actor.kind !== 'system';
    return this.give(tx, wanted, isWaiting ? 'proposed' : 'active');
  }

  /** Gives a role that follows from a rule or from a decision checked by the caller: every check but who may give it. */
  async give(tx: Tx, wanted: RoleToGrant, state: GivenRole['state']): Promise<GivenRole> {
    const organisation = await this.organisations.inside(tx, wanted.organisationId);
    if (!organisation) throw fail('organisation_not_found');
    if (!isHeldIn(wanted.role, organisation.kind))
      throw fail('role_does_not_fit', { role: wanted.role, kind: organisation.kind });
    return seeingAll(tx, async () => {
      const person = await this.persons.lock(tx, wanted.personId);
      if (person?.state !== 'active') throw fail('person_not_found');
      if (wanted.postId) await this.assertPostFits(tx, wanted.postId, wanted);
      await this.assertApart(tx, wanted, isBuyerKind(organisation.kind) || organisation.kind === 'seller');
      await this.join(tx, wanted.personId, wanted.organisationId);
      return this.write(tx, wanted, state);
    });
  }

  private async assertPostFits(tx: Tx, postId: string, wanted: RoleToGrant): Promise<void> {
    const post = await this.posts.lock(tx, postId);
    if (post?.organisation_id !== wanted.organisationId || post.holder_person_id !== wanted.personId)
      throw fail('post_not_found');
    assertRankFits(wanted.role, post.rank);
  }

  /** @rule – judged over the whole house, proposed grants included */
  private async assertApart(tx: Tx, wanted: RoleToGrant, isKeptApart: boolean): Promise<void> {
    const held = await this.grants.heldInHouse(tx, wanted.personId, wanted.organisationId);
    const postId = wanted.postId ?? null;
    const isSame = held.some(
      (each) => each.role === wanted.role && each.organisationId === wanted.organisationId && each.postId === postId,
    );
    if (isSame) throw fail('role_held_already', { role: wanted.role });
    if (!isKeptApart) return;
    const other = excludedBy(
      wanted.role,
      held.map((each) => each.role),
    );
    if (other === null) return;
    securityEvent('duties_not_separate', { person_id: wanted.personId, role: wanted.role, with: other });
    throw fail('duties_not_separate', { role: wanted.role, with: other });
  }

  private async join(tx: Tx, personId: string, organisationId: string): Promise<void> {
    const there = await tx.maybe(
      idRow,
      `select id from identity.membership where person_id = $1 and organisation_id = $2 and ended_at is null`,
      [personId, organisationId],
    );
    if (there) return;
    await tx.insert(MembershipEntity, {
      id: newId(),
      person_id: personId,
      organisation_id: organisationId,
      joined_at: tx.now,
      ended_at: null,
    });
  }

  private async write(tx: Tx, wanted: RoleToGrant, state: GivenRole['state']): Promise<GivenRole> {
    const grantId = newId();
    await tx.insert(RoleGrantEntity, {
      id: grantId,
      person_id: wanted.personId,
      organisation_id: wanted.organisationId,
      post_id: wanted.postId ?? null,
      role: wanted.role,
      state,
      granted_by: tx.actor.personId,
      granted_at: tx.now,
      confirmed_by: null,
      confirmed_at: null,
      ended_by: null,
      ended_at: null,
      end_reason: null,
    });
    const { personId, organisationId, role } = wanted;
    tx.audit({ action: `role.${state}`, object: { kind: 'person', id: personId }, after: { role, organisationId } });
    if (state === 'active') tx.emit(RoleGranted, { personId, organisationId, role });
    tx.afterCommit(() => this.facts.forgetPerson());
    securityEvent('role_granted', { person_id: personId, organisation_id: organisationId, role, state });
    return { grantId, state };
  }
}
