import { Injectable } from '@nestjs/common';
import { seeingAll, type Tx } from '#platform/database';
import { securityEvent } from '../security/security-log.js';
import { RoleGrants } from '../data/role-grants.repository.js';
import { fail } from '../domain/errors.js';
import { excludedBy, excludingAct, type EarlierAct, type PurchaseAct } from '../domain/separation.js';

@Injectable()
export class AssertSeparation {
  constructor(private readonly grants: RoleGrants) {}

  /**
   * Before each act of a public purchase: the caller's roles still go together, and the caller did none of the earlier
   * acts that exclude this one. The caller of a delegation or of staff counts as both people.
   * @param earlier  who did what on this purchase so far
   * @throws duties_not_separate, acts_not_separate (403)
   * @rule S-28
   */
  async inside(tx: Tx, act: PurchaseAct, earlier: readonly EarlierAct[]): Promise<void> {
    const { personId, delegateId, organisationId } = tx.actor;
    if (personId === null) return;
    const who = delegateId === null ? [personId] : [personId, delegateId];
    const before = excludingAct(act, who, earlier);
    if (before !== null) {
      securityEvent('duties_not_separate', { person_id: personId, act, earlier: before });
      throw fail('acts_not_separate', { act, earlier: before });
    }
    if (organisationId === null) return;
    const held = await seeingAll(tx, () => this.grants.heldInHouse(tx, personId, organisationId));
    const roles = held.map((grant) => grant.role);
    for (const role of roles) {
      const other = excludedBy(role, roles);
      if (other !== null) throw fail('duties_not_separate', { role, with: other });
    }
  }
}
