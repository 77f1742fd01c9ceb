import { Injectable } from '@nestjs/common';
import { seeingAll, type Tx, UnitOfWork } from '#platform/database';
import { assert } from '#platform/kernel';
import { TeamQuery, type InvitationView } from '../data/team.query.js';
import { fail } from '../domain/errors.js';
import { isRole } from '../domain/permissions.js';
import { GrantRole } from './grant-role.js';

/** Invitations to an address the caller has proved. */
@Injectable()
export class AnswerInvitation {
  constructor(
    private readonly work: UnitOfWork,
    private readonly team: TeamQuery,
    private readonly grantRole: GrantRole,
  ) {}

  mine(): Promise<InvitationView[]> {
    return this.work.run((tx) => this.open(tx));
  }

  /** @throws invitation_not_found (404), also when it is over or the shop is @rule S-42 */
  async find(tx: Tx, id: string): Promise<InvitationView> {
    const found = (await this.open(tx)).find((one) => one.id === id);
    if (found === undefined) throw fail('invitation_not_found');
    return found;
  }

  /**
   * The caller works for the shop from now on, in the role she was invited to.
   * @throws invitation_not_found (404), role_held_already (409), duties_not_separate (403)
   * @rule S-28
   */
  accept(id: string): Promise<void> {
    return this.work.run(async (tx) => {
      const { personId } = tx.actor;
      assert(personId, 'a person accepts');
      const { organisation_id: organisationId, role } = await this.find(tx, id);
      assert(isRole(role), 'people are invited to roles of the table');
      await seeingAll(tx, async () => {
        const owners = await this.team.owners(tx, organisationId);
        const isTaken = owners.length > 0 && (await this.team.decide(tx, id, 'accepted', personId));
        if (!isTaken) throw fail('invitation_not_found');
      });
      await this.grantRole.give(tx, { personId, organisationId, role }, 'active');
    });
  }

  /** @throws invitation_not_found (404) */
  decline(id: string): Promise<void> {
    return this.work.run(async (tx) => {
      await this.find(tx, id);
      const isDone = await seeingAll(tx, () => this.team.decide(tx, id, 'declined', tx.actor.personId));
      if (!isDone) throw fail('invitation_not_found');
    });
  }

  private open(tx: Tx): Promise<InvitationView[]> {
    const { personId } = tx.actor;
    assert(personId, 'a person is invited');
    return seeingAll(tx, () => this.team.toPerson(tx, personId));
  }
}
