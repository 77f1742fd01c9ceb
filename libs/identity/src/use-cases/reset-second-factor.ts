import { Injectable } from '@nestjs/common';
import { seeingAll, UnitOfWork } from '#platform/database';
import { securityEvent } from '../security/security-log.js';
import { Persons } from '../data/persons.repository.js';
import { SecondFactors } from '../data/second-factors.repository.js';
import { SessionFacts } from '../data/session-facts.query.js';
import { Sessions } from '../data/sessions.repository.js';
import { fail } from '../domain/errors.js';
import { SecondFactorRemoved } from '../domain/events.js';

@Injectable()
export class ResetSecondFactor {
  constructor(
    private readonly work: UnitOfWork,
    private readonly persons: Persons,
    private readonly secondFactors: SecondFactors,
    private readonly sessions: Sessions,
    private readonly facts: SessionFacts,
  ) {}

  /**
   * For who lost the authenticator app and the recovery codes: both go and every sign-in ends, so that a thief's does too.
   * Roles of officers give nothing until a new app is set up. Who the person is has been checked by whoever asks.
   * @throws person_not_found (404), second_factor_absent (409)
   * @rule S-35
   */
  run(personId: string, reason: string): Promise<void> {
    return this.work.run((tx) =>
      seeingAll(tx, async () => {
        const person = await this.persons.lock(tx, personId);
        if (!person || person.state === 'erased') throw fail('person_not_found');
        if ((await this.secondFactors.stateOf(tx, personId)) !== 'confirmed') throw fail('second_factor_absent');
        await this.secondFactors.remove(tx, personId);
        const ended = await this.sessions.endAll(tx, personId, 'second_factor_reset');
        tx.audit({ action: 'second_factor.reset', object: { kind: 'person', id: personId }, reason });
        tx.emit(SecondFactorRemoved, { personId });
        tx.afterCommit(() => this.facts.forget(ended));
        securityEvent('second_factor_removed', { person_id: personId, sessions: ended.length });
      }),
    );
  }
}
