import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { SubjectKeys } from '#platform/crypto';
import { seeingAll, type Tx, UnitOfWork } from '#platform/database';
import { assert, type Actor } from '#platform/kernel';
import { hoursAfter } from '#platform/time';
import { securityEvent } from '../security/security-log.js';
import { Persons } from '../data/persons.repository.js';
import { RoleGrants } from '../data/role-grants.repository.js';
import { SessionFacts } from '../data/session-facts.query.js';
import { Sessions } from '../data/sessions.repository.js';
import { fail } from '../domain/errors.js';
import { ErasureAsked, PersonErased } from '../domain/events.js';

/** The law wants notice 48 h before a scheduled erasure; the person may come back within it. @rule S-66 */
const notice_hours = 48;
/** Tables of this module that hold nothing but the person's own; they go, the rest loses its key. */
const ownTables = ['credential', 'second_factor', 'recovery_code', 'device', 'challenge'] as const;

const dueRow = z.object({ due_at: z.date() });

@Injectable()
export class ErasePerson {
  constructor(
    private readonly work: UnitOfWork,
    private readonly subjects: SubjectKeys,
    private readonly persons: Persons,
    private readonly grants: RoleGrants,
    private readonly sessions: Sessions,
    private readonly facts: SessionFacts,
  ) {}

  /** Asks to be forgotten; done after 48 h of notice. @throws erasure_hindered (409) while offices or a shop are held @rule S-66 */
  ask(me: Actor): Promise<{ dueAt: string }> {
    const personId = me.personId;
    assert(personId !== null, 'a signed-in caller is a person');
    return this.schedule(personId);
  }

  /** The same for somebody who asked in writing; the caller has checked that it was them. @throws person_not_found (404) @rule S-66 */
  async askFor(personId: string): Promise<{ dueAt: string }> {
    return this.work.run((tx) =>
      seeingAll(tx, async () => {
        const person = await this.persons.lock(tx, personId);
        if (!person || person.state === 'erased') throw fail('person_not_found');
        return this.schedule(personId);
      }),
    );
  }

  private schedule(personId: string): Promise<{ dueAt: string }> {
    return this.work.run(async (tx) => {
      await this.assertFree(tx, personId);
      // Asked again, the first wish counts: she is not told of a later day than the clock goes by.
      const kept = await tx.maybe(
        dueRow,
        `insert into identity.erasure_request as kept (person_id, asked_at, due_at) values ($1, $2, $3)
         on conflict (person_id) do update set asked_at = kept.asked_at returning due_at`,
        [personId, tx.now, hoursAfter(tx.now, notice_hours)],
      );
      const dueAt = kept!.due_at;
      tx.audit({ action: 'erasure.asked', object: { kind: 'person', id: personId } });
      tx.emit(ErasureAsked, { personId, dueAt: dueAt.toISOString() });
      return { dueAt: dueAt.toISOString() };
    });
  }

  /** Second thoughts, before the time is over. */
  withdraw(me: Actor): Promise<void> {
    return this.work.run(async (tx) => {
      await tx.run(`delete from identity.erasure_request where person_id = $1 and done_at is null`, [me.personId]);
      tx.audit({ action: 'erasure.withdrawn', object: { kind: 'person', id: me.personId! } });
    });
  }

  /** Whose notice has run out, oldest first; for the table of clocks. */
  async due(tx: Tx, limit: number): Promise<string[]> {
    const rows = await tx.many(
      z.object({ person_id: z.uuid() }),
      `select person_id from identity.erasure_request where done_at is null and due_at <= $1 order by due_at limit $2`,
      [tx.now, limit],
    );
    return rows.map((row) => row.person_id);
  }

  /** The clock's part. Who took up an office or a shop meanwhile is not erased; the wish is dropped. @rule S-66 */
  settle(personId: string): Promise<void> {
    return this.work.run(async (tx) => {
      const waiting = await tx.run(
        `select 1 from identity.erasure_request where person_id = $1 and done_at is null and due_at <= $2 for update`,
        [personId, tx.now],
      );
      if (waiting === 0) return;
      const held = await this.grants.activeRoles(tx, personId);
      if (held.length === 0) return this.run(personId);
      await tx.run(`delete from identity.erasure_request where person_id = $1`, [personId]);
      tx.audit({ action: 'erasure.dropped', object: { kind: 'person', id: personId }, reason: 'holds roles again' });
    });
  }

  /**
   * Erases a person: sign-ins end, look-ups go, and the data key is destroyed, so that every name, number and address
   * sealed with it – here, in orders, in backups – is noise. Books, ids and amounts stay.
   * @throws person_not_found (404), erasure_hindered (409)
   * @rule S-66
   */
  run(personId: string): Promise<void> {
    return this.work.run((tx) =>
      seeingAll(tx, async () => {
        const person = await this.persons.lock(tx, personId);
        if (!person || person.state === 'erased') throw fail('person_not_found');
        await this.assertFree(tx, personId);
        const ended = await this.sessions.endAll(tx, personId, 'erased');
        for (const table of ownTables) await tx.run(`delete from identity.${table} where person_id = $1`, [personId]);
        await tx.run(`update identity.session set client = '', address = null where person_id = $1`, [personId]);
        await tx.run(
          `update identity.person
              set state = 'erased', state_reason = null, mobile_sealed = null, mobile_lookup = null, email_sealed = null,
                  email_lookup = null, is_official_mailbox = false
            where id = $1`,
          [personId],
        );
        await tx.run(`update identity.erasure_request set done_at = $2 where person_id = $1`, [personId, tx.now]);
        await this.subjects.destroy(tx, personId);
        tx.audit({ action: 'person.erased', object: { kind: 'person', id: personId } });
        tx.emit(PersonErased, { personId });
        tx.afterCommit(() => this.facts.forget(ended));
        securityEvent('person_erased', { person_id: personId });
      }),
    );
  }

  private async assertFree(tx: Tx, personId: string): Promise<void> {
    const held = await this.grants.activeRoles(tx, personId);
    if (held.length > 0) throw fail('erasure_hindered', { roles: held.map((grant) => grant.role) });
  }
}
