import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { seeingAll, type Tx, UnitOfWork } from '#platform/database';
import { assert, newId } from '#platform/kernel';
import { securityEvent } from '../security/security-log.js';
import { Challenges, nobodyId, type AskedCode } from '../data/challenges.repository.js';
import { DelegationEntity } from '../data/delegation.entity.js';
import { Persons, type PersonContact } from '../data/persons.repository.js';
import { idRow } from '../data/rows.js';
import { asSystem } from '../data/system-scope.js';
import type { Contact } from '../domain/contact.js';
import { assertDelegation, type DelegateKind } from '../domain/delegation.js';
import { fail } from '../domain/errors.js';
import { DelegationEnded, DelegationGiven } from '../domain/events.js';

export interface WantedDelegation {
  /** The maker, by the mobile or e-mail she signs in with. */
  maker: Contact;
  /** Her organisation; null: the one she answers for. */
  organisationId: string | null;
  kind: DelegateKind;
  scope: readonly string[];
  until: Date;
}

const askedRow = z.object({
  id: z.uuid(),
  maker_person_id: z.uuid(),
  delegate_person_id: z.uuid(),
  challenge_id: z.uuid(),
});
const viewRow = z.object({
  id: z.uuid(),
  maker_person_id: z.uuid(),
  delegate_person_id: z.uuid(),
  organisation_id: z.uuid(),
  kind: z.string(),
  scope: z.array(z.string()),
  until: z.date(),
  state: z.enum(['asked', 'active', 'ended']),
});
export type DelegationView = z.infer<typeof viewRow> & { maker: string; delegate: string };

/** Assisted mode: a maker without a smartphone of her own lets somebody she trusts act for her. */
@Injectable()
export class Delegate {
  constructor(
    private readonly work: UnitOfWork,
    private readonly persons: Persons,
    private readonly challenges: Challenges,
  ) {}

  /**
   * The delegate asks; a code goes to the maker's own mobile with what it is for. The answer is the same when there is
   * no such maker.
   * @throws delegation_scope_unfit, delegation_too_long (422), too_many_codes (429)
   * @rule S-34
   */
  ask(wanted: WantedDelegation): Promise<AskedCode & { delegationId: string }> {
    return this.work.run(async (tx) => {
      const delegateId = tx.actor.personId;
      assert(delegateId !== null, 'a delegate is a person');
      assertDelegation(wanted.scope, wanted.until, tx.now);
      return seeingAll(tx, async () => {
        const maker = await this.persons.byContact(tx, wanted.maker);
        const organisationId = maker && (await this.organisationOf(tx, maker.id, wanted.organisationId));
        const fits = maker?.state === 'active' && organisationId !== null && maker.id !== delegateId;
        const id = newId();
        const code = await this.challenges.ask(tx, {
          purpose: 'delegation',
          contact: wanted.maker,
          personId: maker?.id ?? nobodyId,
          isDecoy: !fits,
          boundTo: id,
          says: { kind: wanted.kind, scope: wanted.scope.join(' '), until: wanted.until.toISOString() },
          language: maker?.language ?? 'en',
        });
        if (fits)
          await this.keep(tx, { ...wanted, id, makerId: maker.id, organisationId: organisationId!, delegateId, code });
        return { ...code, delegationId: id };
      });
    });
  }

  /** The maker's code makes it count. @throws code_refused (422) */
  async consent(delegationId: string, code: string): Promise<void> {
    const asked = await asSystem(() =>
      this.work.run((tx) =>
        tx.maybe(
          askedRow,
          `select id, maker_person_id, delegate_person_id, challenge_id from identity.delegation where id = $1 and state = 'asked'`,
          [delegationId],
        ),
      ),
    );
    const challengeId = asked?.challenge_id ?? newId();
    await asSystem(() => this.challenges.check({ challengeId, purpose: 'delegation', code, boundTo: delegationId }));
    await this.work.run((tx) =>
      seeingAll(tx, async () => {
        await this.challenges.use(tx, challengeId);
        await tx.run(`update identity.delegation set state = 'active', consented_at = $2 where id = $1`, [
          delegationId,
          tx.now,
        ]);
        tx.audit({ action: 'delegation.consented', object: { kind: 'delegation', id: delegationId } });
        tx.emit(DelegationGiven, {
          delegationId,
          makerId: asked!.maker_person_id,
          delegateId: asked!.delegate_person_id,
        });
        securityEvent('delegation', { delegation_id: delegationId, state: 'active' });
      }),
    );
  }

  /** Either of the two ends it, at once. @throws delegation_not_found (404) */
  end(delegationId: string): Promise<void> {
    return this.work.run(async (tx) => {
      const ended = await tx.maybe(
        askedRow.pick({ maker_person_id: true, delegate_person_id: true }),
        `update identity.delegation set state = 'ended', ended_at = $2, ended_by = $3
          where id = $1 and state <> 'ended' and $3 in (maker_person_id, delegate_person_id) returning maker_person_id, delegate_person_id`,
        [delegationId, tx.now, tx.actor.personId],
      );
      if (!ended) throw fail('delegation_not_found');
      tx.audit({ action: 'delegation.ended', object: { kind: 'delegation', id: delegationId } });
      tx.emit(DelegationEnded, {
        delegationId,
        makerId: ended.maker_person_id,
        delegateId: ended.delegate_person_id,
      });
      securityEvent('delegation', { delegation_id: delegationId, state: 'ended' });
    });
  }

  /** Delegations the caller gave or received. */
  list(): Promise<DelegationView[]> {
    return this.work.run(async (tx) => {
      const rows = await tx.many(
        viewRow,
        `select id, maker_person_id, delegate_person_id, organisation_id, kind, scope, until, state
           from identity.delegation where $1 in (maker_person_id, delegate_person_id) order by id desc limit 100`,
        [tx.actor.personId],
      );
      const ids = rows.flatMap((row) => [row.maker_person_id, row.delegate_person_id]);
      const people = await seeingAll(tx, () => this.persons.contacts(tx, ids));
      const named = (id: string): string => people.find((each: PersonContact) => each.personId === id)?.name ?? '';
      return rows.map((row) => ({
        ...row,
        maker: named(row.maker_person_id),
        delegate: named(row.delegate_person_id),
      }));
    });
  }

  private async organisationOf(tx: Tx, makerId: string, wanted: string | null): Promise<string | null> {
    const [own] = await tx.many(
      idRow,
      `select g.organisation_id as id from identity.role_grant g
        where g.person_id = $1 and g.role = 'maker_owner' and g.state = 'active' and ($2::uuid is null or g.organisation_id = $2)
        order by g.id limit 1`,
      [makerId, wanted],
    );
    return own?.id ?? null;
  }

  private async keep(
    tx: Tx,
    made: WantedDelegation & {
      id: string;
      makerId: string;
      organisationId: string;
      delegateId: string;
      code: AskedCode;
    },
  ): Promise<void> {
    await tx.insert(DelegationEntity, {
      id: made.id,
      maker_person_id: made.makerId,
      organisation_id: made.organisationId,
      delegate_person_id: made.delegateId,
      kind: made.kind,
      scope: [...made.scope],
      until: made.until,
      state: 'asked',
      challenge_id: made.code.challengeId,
      asked_at: tx.now,
      consented_at: null,
      ended_at: null,
      ended_by: null,
    });
  }
}
