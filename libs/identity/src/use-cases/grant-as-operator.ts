import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { seeingAll, type Tx, UnitOfWork } from '#platform/database';
import { RoleGrants, type Grant } from '../data/role-grants.repository.js';
import { fail } from '../domain/errors.js';
import { assertOperatorGives } from '../domain/granting.js';
import { platformOrganisationId } from '../domain/organisation-kind.js';
import { needsSecondPerson, type Role } from '../domain/permissions.js';
import { EndRole } from './end-role.js';
import { GrantRole, type GivenRole } from './grant-role.js';

/** Roles given and taken by whoever sits at the server: no more than an administrator may, and never alone. */
@Injectable()
export class GrantAsOperator {
  constructor(
    private readonly work: UnitOfWork,
    private readonly grantRole: GrantRole,
    private readonly endRole: EndRole,
    private readonly grants: RoleGrants,
  ) {}

  /**
   * Gives a role of a nodal office, or proposes one of the platform: an administrator confirms it.
   * @throws may_not_grant, second_person_needed (403) when nobody could confirm it; what GrantRole refuses
   * @rule S-28
   */
  give(personId: string, organisationId: string, role: Role): Promise<GivenRole> {
    return this.work.run(async (tx) => {
      assertOperatorGives(role);
      const wanted = { personId, organisationId, role };
      if (!needsSecondPerson(role)) return this.grantRole.give(tx, wanted, 'active');
      if ((await this.administrators(tx)) === 0)
        throw fail('second_person_needed', { why: 'there is no administrator yet who could confirm this role' });
      return this.grantRole.give(tx, wanted, 'proposed');
    });
  }

  /**
   * Makes the first administrator of an installation: the one role of the platform that no second person can confirm.
   * @throws second_person_needed (403) as soon as there is one
   * @rule S-28
   */
  makeFirstAdministrator(personId: string): Promise<GivenRole> {
    return this.work.run(async (tx) => {
      if ((await this.administrators(tx)) > 0)
        throw fail('second_person_needed', {
          why: 'there is an administrator already, who confirms every further one',
        });
      const given = await this.grantRole.give(
        tx,
        { personId, organisationId: platformOrganisationId, role: 'platform_admin' },
        'active',
      );
      tx.audit({ action: 'role.first_administrator', object: { kind: 'person', id: personId } });
      return given;
    });
  }

  /**
   * Takes a role back, or a proposal of one.
   * @throws grant_not_found (404); last_administrator (409): or else the next "first" one would be made by one person
   * @rule S-28
   */
  revoke(personId: string, organisationId: string, role: Role, reason: string): Promise<string> {
    return this.work.run(async (tx) => {
      const held = await this.ofPerson(tx, personId, organisationId, role);
      if (held.length === 0) throw fail('grant_not_found');
      const isLast = role === 'platform_admin' && (await this.administrators(tx, personId)) === 0;
      if (isLast) throw fail('last_administrator');
      for (const grant of held) await this.endRole.end(tx, grant, reason);
      return held.map((grant) => grant.id).join(', ');
    });
  }

  /** Holds the platform's row until commit: two operators cannot both make the first one, or end the last two. */
  private async administrators(tx: Tx, besides: string | null = null): Promise<number> {
    await tx.run(`select 1 from identity.organisation where id = $1 for update`, [platformOrganisationId]);
    const row = await seeingAll(tx, () =>
      tx.maybe(
        z.object({ administrators: z.number() }),
        `select count(*)::int as administrators from identity.role_grant
          where role = 'platform_admin' and state = 'active' and person_id is distinct from $1::uuid`,
        [besides],
      ),
    );
    return row!.administrators;
  }

  private async ofPerson(tx: Tx, personId: string, organisationId: string, role: Role): Promise<Grant[]> {
    const held = await seeingAll(tx, () => this.grants.ofPerson(tx, personId));
    return held.filter((grant) => grant.organisationId === organisationId && grant.role === role);
  }
}
