import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { seeingAll, type Tx, UnitOfWork } from '#platform/database';
import { assert, assertFreshSecondFactor } from '#platform/kernel';
import { Persons } from '../data/persons.repository.js';
import { Posts } from '../data/posts.repository.js';
import { SessionFacts } from '../data/session-facts.query.js';
import { fail } from '../domain/errors.js';
import { BuyerVerified, RoleGranted } from '../domain/events.js';
import { assertVerifierRank, type Rank } from '../domain/ranks.js';
import { GrantRole } from './grant-role.js';

const waitingRow = z.object({
  id: z.uuid(),
  organisation_id: z.uuid(),
  name: z.string(),
  primary_person_id: z.uuid(),
  post_id: z.uuid(),
  asked_at: z.date(),
});

/** Registrations that wait for the officer with this mailbox. */
const waitingFor = `
  select r.id, r.organisation_id, o.name, r.primary_person_id, r.post_id, r.asked_at
    from identity.buyer_registration r join identity.organisation o on o.id = r.organisation_id
   where r.verifier_lookup = $1 and r.state = 'pending'`;

export interface WaitingRegistration {
  registrationId: string;
  organisationId: string;
  name: string;
  primaryUser: string;
  post: string;
  rank: string;
  askedAt: string;
}

@Injectable()
export class VerifyBuyerOrganisation {
  constructor(
    private readonly work: UnitOfWork,
    private readonly persons: Persons,
    private readonly posts: Posts,
    private readonly grantRole: GrantRole,
    private readonly facts: SessionFacts,
  ) {}

  /** Registrations that name the caller's own official mailbox. */
  waiting(): Promise<WaitingRegistration[]> {
    return this.work.run(async (tx) => {
      const lookup = await this.ownLookup(tx);
      if (lookup === null) return [];
      return seeingAll(tx, async () => {
        const rows = await tx.many(waitingRow, `${waitingFor} order by r.id limit 100`, [lookup]);
        const people = await this.persons.contacts(
          tx,
          rows.map((row) => row.primary_person_id),
        );
        const views = rows.map(async (row) => {
          const post = await this.posts.byId(tx, row.post_id);
          const primary = people.find((person) => person.personId === row.primary_person_id);
          return {
            registrationId: row.id,
            organisationId: row.organisation_id,
            name: row.name,
            primaryUser: primary?.name ?? '',
            post: post?.title ?? '',
            rank: post?.rank ?? '',
            askedAt: row.asked_at.toISOString(),
          };
        });
        return Promise.all(views);
      });
    });
  }

  /**
   * The verifying authority says yes, once: the organisation and its primary user count from now on.
   * @param rank  of the verifying authority: same as the primary user's, or one above or below
   * @throws registration_not_found (404), ranks_too_far (422), duties_not_separate, second_factor_needed (403)
   * @rule 
   */
  approve(registrationId: string, rank: Rank): Promise<void> {
    return this.decide(registrationId, 'approved', null, async (tx, row, me) => {
      const post = await this.posts.lock(tx, row.post_id);
      assert(post, 'a registration names the post of its primary user');
      assertVerifierRank(rank, post.rank);
      const { organisation_id: organisationId, primary_person_id: personId } = row;
      await tx.run(`update identity.organisation set state = 'active' where id = $1`, [organisationId]);
      await tx.run(
        `update identity.role_grant set state = 'active', confirmed_by = $3, confirmed_at = $4
          where organisation_id = $1 and person_id = $2 and role = 'gov_primary_user' and state = 'proposed'`,
        [organisationId, personId, me, tx.now],
      );
      await this.grantRole.give(tx, { personId: me, organisationId, role: 'gov_verifying_authority' }, 'active');
      tx.emit(RoleGranted, { personId, organisationId, role: 'gov_primary_user' });
    });
  }

  /** The verifying authority says no, and why. @throws registration_not_found (404) @rule */
  reject(registrationId: string, reason: string): Promise<void> {
    return this.decide(registrationId, 'rejected', reason, async (tx, row, me) => {
      await tx.run(`update identity.organisation set state = 'suspended' where id = $1`, [row.organisation_id]);
      await tx.run(
        `update identity.role_grant set state = 'ended', ended_at = $3, ended_by = $4, end_reason = $5
          where organisation_id = $1 and person_id = $2 and state = 'proposed'`,
        [row.organisation_id, row.primary_person_id, tx.now, me, reason],
      );
    });
  }

  private decide(
    registrationId: string,
    state: 'approved' | 'rejected',
    reason: string | null,
    effects: (tx: Tx, row: z.infer<typeof waitingRow>, me: string) => Promise<void>,
  ): Promise<void> {
    return this.work.run(async (tx) => {
      const me = tx.actor.personId;
      assert(me !== null, 'a verifying authority is a person');
      assertFreshSecondFactor(tx.actor, new Date());
      const lookup = await this.ownLookup(tx);
      await seeingAll(tx, async () => {
        const row =
          lookup &&
          (await tx.maybe(waitingRow, `${waitingFor} and r.id = $2 for update of r`, [lookup, registrationId]));
        if (!row) throw fail('registration_not_found');
        if (row.primary_person_id === me) throw fail('second_person_needed', { why: 'nobody verifies themselves' });
        await tx.run(
          `update identity.buyer_registration set state = $2, decided_by = $3, decided_at = $4, reason = $5 where id = $1`,
          [registrationId, state, me, tx.now, reason],
        );
        await effects(tx, row, me);
        const { organisation_id: organisationId } = row;
        const object = { kind: 'organisation', id: organisationId };
        tx.audit({ action: `buyer_organisation.${state}`, object, reason: reason ?? undefined });
        tx.emit(BuyerVerified, { registrationId, organisationId, state });
        tx.afterCommit(() => this.facts.forgetPerson());
      });
    });
  }

  /** The look-up of the caller's own mailbox, when it is an official one. */
  private async ownLookup(tx: Tx): Promise<Buffer | null> {
    const personId = tx.actor.personId;
    assert(personId !== null, 'a verifying authority is a person');
    const me = await this.persons.byId(tx, personId);
    const [contact] = await this.persons.contacts(tx, [personId]);
    if (!me?.is_official_mailbox || !contact?.email) return null;
    return this.persons.lookup({ kind: 'email', value: contact.email });
  }
}
