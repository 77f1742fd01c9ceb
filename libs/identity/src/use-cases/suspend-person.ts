import { Injectable } from '@nestjs/common';
import { seeingAll, UnitOfWork } from '#platform/database';
import { securityEvent } from '../security/security-log.js';
import { Persons } from '../data/persons.repository.js';
import { SessionFacts } from '../data/session-facts.query.js';
import { Sessions } from '../data/sessions.repository.js';
import { fail } from '../domain/errors.js';
import { PersonReinstated, PersonSuspended } from '../domain/events.js';

@Injectable()
export class SuspendPerson {
  constructor(
    private readonly work: UnitOfWork,
    private readonly persons: Persons,
    private readonly sessions: Sessions,
    private readonly facts: SessionFacts,
  ) {}

  /**
   * Shuts a person out: no new sign-in, every live one ends now.
   * @throws person_not_found (404), second_person_needed (403) for oneself
   * @rule S-37 I-14
   */
  suspend(personId: string, reason: string): Promise<void> {
    return this.change(personId, 'suspended', reason);
  }

  /** Lets a suspended person in again; they sign in anew. @throws person_state_unfit (409) */
  reinstate(personId: string, reason: string): Promise<void> {
    return this.change(personId, 'active', reason);
  }

  private change(personId: string, to: 'active' | 'suspended', reason: string): Promise<void> {
    return this.work.run(async (tx) => {
      if (tx.actor.personId === personId)
        throw fail('second_person_needed', { why: 'nobody changes the state of their own account' });
      await seeingAll(tx, async () => {
        const person = await this.persons.lock(tx, personId);
        if (!person) throw fail('person_not_found');
        if (person.state !== (to === 'active' ? 'suspended' : 'active'))
          throw fail('person_state_unfit', { state: person.state });
        await tx.run(`update identity.person set state = $2, state_reason = $3 where id = $1`, [personId, to, reason]);
        if (to === 'suspended') await this.sessions.endAll(tx, personId, 'suspended');
      });
      const object = { kind: 'person', id: personId };
      tx.audit({ action: `person.${to === 'active' ? 'reinstated' : 'suspended'}`, object, reason });
      tx.emit(to === 'active' ? PersonReinstated : PersonSuspended, { personId });
      tx.afterCommit(() => this.facts.forgetPerson());
      securityEvent(to === 'active' ? 'person_reinstated' : 'person_suspended', { person_id: personId });
    });
  }
}
