import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Tx } from '#platform/database';
import { assert, type Actor } from '#platform/kernel';
import { Passwords } from '../security/passwords.js';
import { securityEvent } from '../security/security-log.js';
import { Challenges } from '../data/challenges.repository.js';
import { Guesses } from '../data/guesses.repository.js';
import { Persons } from '../data/persons.repository.js';
import { SessionFacts } from '../data/session-facts.query.js';
import { Sessions } from '../data/sessions.repository.js';
import { asSystem } from '../data/system-scope.js';
import { fail } from '../domain/errors.js';
import { PasswordChanged } from '../domain/events.js';
import { assertStrongPassword } from '../domain/password-rules.js';

@Injectable()
export class ChangePassword {
  constructor(
    private readonly work: UnitOfWork,
    private readonly persons: Persons,
    private readonly passwords: Passwords,
    private readonly challenges: Challenges,
    private readonly sessions: Sessions,
    private readonly guesses: Guesses,
    private readonly facts: SessionFacts,
  ) {}

  /**
   * With the old password, by a signed-in person. Every other sign-in ends.
   * @throws sign_in_refused (401), password_too_weak (422)
   * @rule S-31 S-37
   */
  async own(me: Actor, oldPassword: string, newPassword: string): Promise<void> {
    const personId = me.personId;
    assert(personId !== null, 'a signed-in caller is a person');
    await asSystem(() => this.guesses.take([{ of: 'account', id: `password ${personId}` }]));
    const known = await this.work.run((tx) => this.persons.byId(tx, personId));
    if (!(await this.passwords.verify(known?.password_hash ?? null, oldPassword))) throw fail('sign_in_refused');
    await asSystem(() => this.guesses.forget({ of: 'account', id: `password ${personId}` }));
    await this.assertStrong(personId, newPassword);
    const hash = await this.passwords.hash(newPassword);
    await this.work.run((tx) => this.set(tx, personId, hash, me.sessionId));
  }

  /**
   * With a code sent to the owner's address. Every sign-in ends; the authenticator app stays as it was, so recovering
   * the password never skips it.
   * @throws code_refused, password_too_weak (422)
   * @rule S-34 S-35
   */
  async reset(challengeId: string, code: string, newPassword: string): Promise<void> {
    await asSystem(async () => {
      await this.challenges.check({ challengeId, purpose: 'reset_password', code });
      const personId = await this.work.run((tx) => this.challenges.owner(tx, challengeId));
      await this.assertStrong(personId, newPassword);
      const hash = await this.passwords.hash(newPassword);
      await this.work.run(async (tx) => {
        await this.challenges.use(tx, challengeId);
        await this.set(tx, personId, hash, null);
      });
    });
  }

  private async set(tx: Tx, personId: string, hash: string, keptSessionId: string | null): Promise<void> {
    await this.persons.setPassword(tx, personId, hash);
    const ended = await this.sessions.endAll(tx, personId, 'password_changed', keptSessionId);
    tx.audit({ action: 'password.changed', object: { kind: 'person', id: personId } });
    tx.emit(PasswordChanged, { personId });
    tx.afterCommit(() => this.facts.forget(ended));
    securityEvent('password_changed', { person_id: personId });
  }

  private async assertStrong(personId: string, password: string): Promise<void> {
    const [person] = await this.work.run((tx) => this.persons.contacts(tx, [personId]));
    const personal = [person?.name, person?.mobile, person?.email];
    assertStrongPassword(
      password,
      personal.filter((each): each is string => typeof each === 'string'),
    );
  }
}
