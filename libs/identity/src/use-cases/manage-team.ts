import { Injectable } from '@nestjs/common';
import { seeingAll, type Tx, UnitOfWork } from '#platform/database';
import { assert, newId } from '#platform/kernel';
import { daysAfter } from '#platform/time';
import { Challenges } from '../data/challenges.repository.js';
import { InvitationEntity } from '../data/invitation.entity.js';
import { OrganisationsQuery } from '../data/organisations.query.js';
import { Persons } from '../data/persons.repository.js';
import type { Grant } from '../data/role-grants.repository.js';
import { RoleGrants } from '../data/role-grants.repository.js';
import { TeamQuery, type InvitationView, type TeamMember } from '../data/team.query.js';
import { maskedContact, type Contact } from '../domain/contact.js';
import { fail } from '../domain/errors.js';
import { MemberInvited } from '../domain/events.js';
import { assertMayGrant } from '../domain/granting.js';
import { assertMayBeInvited, assertOwnerLeft, invitation_days, type TeamRole } from '../domain/team.js';
import { EndRole } from './end-role.js';
import { SpeakLanguage } from './speak-language.js';

/** Who works for the shop the caller acts for: its owner arranges it. */
@Injectable()
export class ManageTeam {
  constructor(
    private readonly work: UnitOfWork,
    private readonly team: TeamQuery,
    private readonly persons: Persons,
    private readonly organisations: OrganisationsQuery,
    private readonly grants: RoleGrants,
    private readonly roles: EndRole,
    private readonly challenges: Challenges,
    private readonly language: SpeakLanguage,
  ) {}

  /** @throws organisation_not_found (404) when the caller acts for no shop */
  list(): Promise<{ members: TeamMember[]; invitations: InvitationView[] }> {
    return this.work.run(async (tx) => {
      const organisationId = await this.shopOf(tx);
      return seeingAll(tx, async () => ({
        members: await this.team.members(tx, organisationId),
        invitations: await this.team.invitations(tx, organisationId),
      }));
    });
  }

  /**
   * Asks somebody, by mobile or e-mail, to work for the shop. The answer is the same whether or not they have an account;
   * whoever proves the address may accept. Who has one is told in her language; an address without an account is sent one
   * message, in the language of who invites, that says how to answer.
   * @throws organisation_not_found (404), may_not_grant (403), invitation_open (409), too_many_invitations (429)
   * @rule S-32 S-34
   */
  invite(contact: Contact, role: TeamRole): Promise<void> {
    return this.work.run(async (tx) => {
      const organisationId = await this.shopOf(tx);
      await seeingAll(tx, async () => {
        const person = await this.persons.byContact(tx, contact);
        assertMayGrant(tx.actor, role, person?.id ?? '', true);
        const contact_lookup = this.persons.lookup(contact);
        if (await this.team.isInvited(tx, organisationId, contact_lookup, role))
          throw fail('invitation_open', { role });
        assertMayBeInvited(await this.team.sentToday(tx, contact_lookup));
        const invitationId = newId();
        await tx.insert(InvitationEntity, {
          id: invitationId,
          organisation_id: organisationId,
          contact_lookup,
          contact_hint: maskedContact(contact),
          role,
          state: 'open',
          invited_by: tx.actor.personId,
          invited_at: tx.now,
          expires_at: daysAfter(tx.now, invitation_days),
          person_id: null,
          decided_at: null,
        });
        tx.audit({
          action: 'team.invited',
          object: { kind: 'organisation', id: organisationId },
          after: { role, invitationId },
        });
        if (person === null) await this.tellStranger(tx, contact, organisationId, role);
        tx.emit(MemberInvited, { invitationId, organisationId, role, personId: person?.id ?? null });
      });
    });
  }

  /** Under the shop's key, and forgotten with all codes: an address of somebody who never agreed to anything is not kept. @rule S-66 */
  private async tellStranger(tx: Tx, contact: Contact, organisationId: string, role: TeamRole): Promise<void> {
    const shop = await this.organisations.inside(tx, organisationId);
    assert(shop, 'a shop invites');
    const { personId } = tx.actor;
    await this.challenges.ask(tx, {
      purpose: 'team_invitation',
      contact,
      personId: organisationId,
      says: { shop: shop.name.slice(0, 40), role },
      language: personId === null ? 'en' : await this.language.of(tx, personId),
    });
  }

  /** An open invitation of the caller's shop, for the look-up of the path. @throws invitation_not_found (404) @rule S-42 */
  async invitation(tx: Tx, id: string): Promise<InvitationView> {
    const organisationId = await this.shopOf(tx);
    const open = await seeingAll(tx, () => this.team.invitations(tx, organisationId));
    const found = open.find((one) => one.id === id);
    if (found === undefined) throw fail('invitation_not_found');
    return found;
  }

  /** @throws invitation_not_found (404) */
  withdraw(id: string): Promise<void> {
    return this.work.run(async (tx) => {
      const { organisation_id } = await this.invitation(tx, id);
      const isDone = await seeingAll(tx, () => this.team.decide(tx, id, 'withdrawn', null));
      if (!isDone) throw fail('invitation_not_found');
      tx.audit({ action: 'team.invitation_withdrawn', object: { kind: 'organisation', id: organisation_id } });
    });
  }

  /** A role in the caller's own shop, for the look-up of the path. @throws grant_not_found (404) @rule S-42 */
  async grant(tx: Tx, grantId: string): Promise<Grant> {
    const grant = await seeingAll(tx, () => this.grants.byId(tx, grantId));
    if (grant === null || grant.organisationId !== (await this.shopOf(tx))) throw fail('grant_not_found');
    return grant;
  }

  /** Takes a role of a member back. @throws grant_not_found (404), may_not_grant, second_person_needed (403), last_owner_stays (409) */
  endRole(grantId: string, reason: string): Promise<void> {
    return this.work.run(async (tx) => {
      const grant = await this.grant(tx, grantId);
      assertMayGrant(tx.actor, grant.role, grant.personId, true);
      await this.end(tx, grant.organisationId, [grant], reason);
    });
  }

  /** The caller works for the shop no longer. The last owner stays: she closes it instead. @throws last_owner_stays (409), organisation_not_found (404) */
  leave(): Promise<void> {
    return this.work.run(async (tx) => {
      const { personId } = tx.actor;
      assert(personId, 'a person leaves');
      const organisationId = await this.shopOf(tx);
      const held = await seeingAll(tx, () => this.grants.ofPerson(tx, personId));
      await this.end(
        tx,
        organisationId,
        held.filter((grant) => grant.organisationId === organisationId),
        'left',
      );
    });
  }

  private async end(tx: Tx, organisationId: string, grants: readonly Grant[], reason: string): Promise<void> {
    const owners = await seeingAll(tx, () => this.team.owners(tx, organisationId));
    assertOwnerLeft(
      owners,
      grants.map(({ id }) => id),
    );
    for (const grant of grants) {
      await this.roles.end(tx, grant, reason);
      await seeingAll(tx, () => this.team.leaveWithoutRoles(tx, grant.personId, organisationId));
    }
  }

  private async shopOf(tx: Tx): Promise<string> {
    const { organisationId } = tx.actor;
    const shop = organisationId === null ? null : await this.organisations.inside(tx, organisationId);
    if (shop?.kind !== 'seller') throw fail('organisation_not_found');
    return shop.id;
  }
}
