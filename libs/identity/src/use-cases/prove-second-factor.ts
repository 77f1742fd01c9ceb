import { Injectable } from '@nestjs/common';
import { seeingAll, type Tx, UnitOfWork } from '#platform/database';
import { assert, assertFreshSecondFactor, type Actor } from '#platform/kernel';
import { securityEvent } from '../security/security-log.js';
import { Challenges, type AskedCode } from '../data/challenges.repository.js';
import { Guesses } from '../data/guesses.repository.js';
import { Persons } from '../data/persons.repository.js';
import { SecondFactors } from '../data/second-factors.repository.js';
import { SessionFacts } from '../data/session-facts.query.js';
import { asSystem } from '../data/system-scope.js';
import { fail } from '../domain/errors.js';
import { SecondFactorRemoved } from '../domain/events.js';

@Injectable()
export class ProveSecondFactor {
  constructor(
    private readonly work: UnitOfWork,
    private readonly secondFactors: SecondFactors,
    private readonly guesses: Guesses,
    private readonly persons: Persons,
    private readonly challenges: Challenges,
    private readonly facts: SessionFacts,
  ) {}

  /**
   * Shows a new seed for an authenticator app, which counts once a code of it was given.
   * @throws second_factor_exists (409)
   */
  begin(me: Actor): Promise<{ secret: string; uri: string }> {
    const { personId } = signedIn(me);
    return this.work.run(async (tx) => {
      if ((await this.secondFactors.stateOf(tx, personId)) === 'confirmed') throw fail('second_factor_exists');
      const secret = await this.secondFactors.begin(tx, personId);
      const uri = `otpauth://totp/ODOP%20Bazaar:account?secret=${secret}&issuer=ODOP%20Bazaar&algorithm=SHA1&digits=6&period=30`;
      return { secret, uri };
    });
  }

  /** The first code of a new app. @returns ten recovery codes, shown this once. @throws code_refused (422) @rule S-35 */
  async confirm(me: Actor, code: string): Promise<{ recoveryCodes: string[] }> {
    const { personId, sessionId } = signedIn(me);
    await this.count(personId);
    const recoveryCodes = await this.work.run(async (tx) => {
      if ((await this.secondFactors.stateOf(tx, personId)) !== 'begun') throw fail('second_factor_exists');
      if (!(await this.secondFactors.take(tx, personId, code))) throw fail('code_refused');
      const codes = await this.secondFactors.confirm(tx, personId);
      await this.markProved(tx, sessionId);
      tx.audit({ action: 'second_factor.added', object: { kind: 'person', id: personId } });
      return codes;
    });
    await this.done(personId);
    securityEvent('second_factor_added', { person_id: personId });
    return { recoveryCodes };
  }

  /** Proves the second factor in this sign-in, by the app or by a recovery code. @throws code_refused (422) @rule S-35 */
  async prove(me: Actor, given: { code: string } | { recoveryCode: string }): Promise<void> {
    const { personId, sessionId } = signedIn(me);
    await this.count(personId);
    await this.work.run(async (tx) => {
      if ((await this.secondFactors.stateOf(tx, personId)) !== 'confirmed') throw fail('second_factor_absent');
      const isRight =
        'code' in given
          ? await this.secondFactors.take(tx, personId, given.code)
          : await this.secondFactors.recover(tx, personId, given.recoveryCode);
      if (!isRight) {
        securityEvent('second_factor_refused', { person_id: personId });
        throw fail('code_refused');
      }
      await this.markProved(tx, sessionId);
      const by = 'code' in given ? 'app' : 'recovery code';
      tx.audit({ action: 'second_factor.proved', object: { kind: 'person', id: personId }, after: { by } });
    });
    await this.done(personId);
  }

  /**
   * For people without an app: a code to their own mobile or mailbox, bound to this sign-in.
   * @throws second_factor_exists (409) for those with one, too_many_codes (429)
   * @rule S-34 STD-8.2
   */
  askOwnCode(me: Actor): Promise<AskedCode> {
    const { personId, sessionId } = signedIn(me);
    return this.work.run((tx) =>
      seeingAll(tx, async () => {
        if ((await this.secondFactors.stateOf(tx, personId)) === 'confirmed') throw fail('second_factor_exists');
        const [contact] = await this.persons.contacts(tx, [personId]);
        const value = contact?.mobile ?? contact?.email;
        assert(contact && value, 'an active person has a mobile or an e-mail');
        const kind = contact.mobile === null ? ('email' as const) : ('mobile' as const);
        const { language } = contact;
        const asked = { purpose: 'step_up' as const, contact: { kind, value }, personId, boundTo: sessionId, language };
        return this.challenges.ask(tx, asked);
      }),
    );
  }

  /** Proves the fresh code. It opens acts that need one; never the rights of officers. @throws code_refused (422) @rule S-34 */
  async proveOwnCode(me: Actor, challengeId: string, code: string): Promise<void> {
    const { sessionId } = signedIn(me);
    await asSystem(async () => {
      await this.challenges.check({ challengeId, purpose: 'step_up', code, boundTo: sessionId });
      await this.work.run(async (tx) => {
        await this.challenges.use(tx, challengeId);
        await tx.run(`update identity.session set own_code_at = clock_timestamp() where id = $1`, [sessionId]);
        tx.afterCommit(() => this.facts.forget([sessionId]));
      });
    });
  }

  /** Takes the app away, with its own code or a recovery code fresh behind. @throws second_factor_absent (409) */
  remove(me: Actor): Promise<void> {
    const { personId, sessionId } = signedIn(me);
    return this.work.run(async (tx) => {
      assertFreshSecondFactor(me, new Date());
      if ((await this.secondFactors.stateOf(tx, personId)) !== 'confirmed') throw fail('second_factor_absent');
      await this.secondFactors.remove(tx, personId);
      await tx.run(`update identity.session set second_factor_at = null where person_id = $1`, [personId]);
      tx.audit({ action: 'second_factor.removed', object: { kind: 'person', id: personId } });
      tx.emit(SecondFactorRemoved, { personId });
      tx.afterCommit(() => this.facts.forget([sessionId]));
      securityEvent('second_factor_removed', { person_id: personId });
    });
  }

  private async markProved(tx: Tx, sessionId: string): Promise<void> {
    await tx.run(`update identity.session set second_factor_at = clock_timestamp() where id = $1`, [sessionId]);
    tx.afterCommit(() => this.facts.forget([sessionId]));
  }

  private async count(personId: string): Promise<void> {
    await asSystem(() => this.guesses.take([{ of: 'account', id: `second factor ${personId}` }]));
  }

  private done(personId: string): Promise<void> {
    return asSystem(() => this.guesses.forget({ of: 'account', id: `second factor ${personId}` }));
  }
}

function signedIn(me: Actor): { personId: string; sessionId: string } {
  assert(me.personId !== null && me.sessionId !== null, 'a second factor belongs to a signed-in person');
  return { personId: me.personId, sessionId: me.sessionId };
}
