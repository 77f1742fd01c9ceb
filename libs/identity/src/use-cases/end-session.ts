import { Injectable } from '@nestjs/common';
import { seeingAll, UnitOfWork } from '#platform/database';
import { assert } from '#platform/kernel';
import { securityEvent } from '../security/security-log.js';
import { SessionFacts } from '../data/session-facts.query.js';
import { Sessions, type LiveSession } from '../data/sessions.repository.js';
import { fail } from '../domain/errors.js';

/** A person's own sign-ins. */
@Injectable()
export class EndSession {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sessions: Sessions,
    private readonly facts: SessionFacts,
  ) {}

  list(): Promise<LiveSession[]> {
    return this.work.run((tx) => this.sessions.live(tx, own(tx.actor.personId)));
  }

  /** Ends one sign-in of the caller. @throws session_not_found (404) @rule S-37 */
  async one(sessionId: string): Promise<void> {
    await this.work.run(async (tx) => {
      const personId = own(tx.actor.personId);
      if (!(await this.sessions.end(tx, sessionId, personId, 'signed_out'))) throw fail('session_not_found');
      tx.audit({ action: 'session.ended', object: { kind: 'person', id: personId } });
      tx.afterCommit(() => this.facts.forget([sessionId]));
      securityEvent('sign_out', { person_id: personId, session_id: sessionId });
    });
  }

  /** Signs out everywhere, here too. @returns how many sign-ins ended @rule S-37 */
  async all(): Promise<number> {
    return this.work.run(async (tx) => {
      const personId = own(tx.actor.personId);
      const ended = await this.sessions.endAll(tx, personId, 'signed_out_everywhere');
      tx.audit({ action: 'session.ended_all', object: { kind: 'person', id: personId } });
      tx.afterCommit(() => this.facts.forget(ended));
      securityEvent('sign_out', { person_id: personId, sessions: ended.length });
      return ended.length;
    });
  }

  /** Ends every sign-in of somebody else: for an operator on the server or an administrator, already checked. @rule S-37 */
  async allOf(personId: string, reason: string): Promise<number> {
    return this.work.run(async (tx) => {
      const ended = await seeingAll(tx, () => this.sessions.endAll(tx, personId, 'ended_by_staff'));
      tx.audit({ action: 'session.ended_all', object: { kind: 'person', id: personId }, reason });
      tx.afterCommit(() => this.facts.forget(ended));
      return ended.length;
    });
  }
}

function own(personId: string | null): string {
  assert(personId !== null, 'a signed-in caller is a person');
  return personId;
}
