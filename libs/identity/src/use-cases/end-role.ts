import { Injectable } from '@nestjs/common';
import { seeingAll, type Tx, UnitOfWork } from '#platform/database';
import { securityEvent } from '../security/security-log.js';
import { isWithin } from '../data/house.js';
import { Persons } from '../data/persons.repository.js';
import { RoleGrants, type Grant } from '../data/role-grants.repository.js';
import { SessionFacts } from '../data/session-facts.query.js';
import { fail } from '../domain/errors.js';
import { RoleEnded, RoleGranted } from '../domain/events.js';
import { assertMayGrant } from '../domain/granting.js';

@Injectable()
export class EndRole {
  constructor(
    private readonly work: UnitOfWork,
    private readonly persons: Persons,
    private readonly grants: RoleGrants,
    private readonly facts: SessionFacts,
  ) {}

  /** A live grant of the caller's own house, or any to who administers the platform. @throws grant_not_found (404) @rule S-42 */
  async find(tx: Tx, grantId: string): Promise<Grant> {
    const { actor } = tx;
    const grant = await seeingAll(tx, () => this.grants.byId(tx, grantId));
    const seesAll = actor.kind === 'system' || actor.permissions.has('admin:users');
    if (!grant || !(seesAll || (await isWithin(tx, grant.organisationId, actor.organisationId)))) {
      throw fail('grant_not_found');
    }
    return grant;
  }

  /** Takes a role back, or refuses one that was proposed. Felt within 2 s. @throws grant_not_found (404), may_not_grant (403) */
  run(grantId: string, reason: string): Promise<void> {
    return this.work.run(async (tx) => {
      const grant = await this.find(tx, grantId);
      await this.assertMayDecide(tx, grant);
      await this.end(tx, grant, reason);
    });
  }

  /**
   * The second administrator's yes to a role of the platform.
   * @throws second_person_needed (403) to who proposed it or would get it; person_not_found (404) when who would get it was
   *         suspended or erased since
   * @rule S-28
   */
  confirm(grantId: string): Promise<void> {
    return this.work.run(async (tx) => {
      await this.find(tx, grantId);
      const proposed = await seeingAll(tx, () => this.grants.proposed(tx, grantId));
      if (!proposed) throw fail('grant_not_found');
      await this.assertMayDecide(tx, proposed);
      if (tx.actor.personId === proposed.grantedBy)
        throw fail('second_person_needed', { why: 'who proposed the role does not confirm it' });
      const person = await seeingAll(tx, () => this.persons.lock(tx, proposed.personId));
      if (person?.state !== 'active') throw fail('person_not_found');
      await seeingAll(tx, () =>
        tx.run(`update identity.role_grant set state = 'active', confirmed_by = $2, confirmed_at = $3 where id = $1`, [
          grantId,
          tx.actor.personId,
          tx.now,
        ]),
      );
      const { personId, organisationId, role } = proposed;
      tx.audit({ action: 'role.confirmed', object: { kind: 'person', id: personId }, after: { role, organisationId } });
      tx.emit(RoleGranted, { personId, organisationId, role });
      tx.afterCommit(() => this.facts.forgetPerson());
    });
  }

  /** Ends a grant inside the caller's transaction, its right to do so already checked. */
  async end(tx: Tx, grant: Grant, reason: string): Promise<void> {
    const ended = await seeingAll(tx, () => this.grants.end(tx, grant.id, tx.actor.personId, reason));
    if (!ended) throw fail('grant_not_found');
    const { personId, organisationId, role } = grant;
    tx.audit({
      action: 'role.ended',
      object: { kind: 'person', id: personId },
      before: { role, organisationId },
      reason,
    });
    tx.emit(RoleEnded, { personId, organisationId, role });
    tx.afterCommit(() => this.facts.forgetPerson());
    securityEvent('role_ended', { person_id: personId, organisation_id: organisationId, role });
  }

  private async assertMayDecide(tx: Tx, grant: Grant): Promise<void> {
    const isOwn = await isWithin(tx, grant.organisationId, tx.actor.organisationId);
    assertMayGrant(tx.actor, grant.role, grant.personId, isOwn);
  }
}
