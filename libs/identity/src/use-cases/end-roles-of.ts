import { Injectable } from '@nestjs/common';
import { seeingAll, UnitOfWork } from '#platform/database';
import { RoleGrants } from '../data/role-grants.repository.js';
import { organisation_ended } from '../domain/granting.js';
import { EndRole } from './end-role.js';

@Injectable()
export class EndRolesOf {
  constructor(
    private readonly work: UnitOfWork,
    private readonly grants: RoleGrants,
    private readonly endRole: EndRole,
  ) {}

  /**
   * An organisation came to its end: nobody holds a role in it any more, and none of them hinders an erasure. Nothing
   * happens the second time.
   * @rule S-66
   */
  run(organisationId: string): Promise<void> {
    return this.work.run(async (tx) => {
      const held = await seeingAll(tx, () => this.grants.ofOrganisation(tx, organisationId));
      for (const grant of held) await this.endRole.end(tx, grant, organisation_ended);
    });
  }
}
