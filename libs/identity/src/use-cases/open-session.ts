import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { Passwords } from '../security/passwords.js';
import { securityEvent } from '../security/security-log.js';
import { Challenges } from '../data/challenges.repository.js';
import { Devices } from '../data/devices.repository.js';
import { Guesses, type Guesser } from '../data/guesses.repository.js';
import { Persons, type FoundPerson } from '../data/persons.repository.js';
import { RoleGrants } from '../data/role-grants.repository.js';
import { SecondFactors } from '../data/second-factors.repository.js';
import { Sessions } from '../data/sessions.repository.js';
import { asSystem } from '../data/system-scope.js';
import type { Contact } from '../domain/contact.js';
import { fail } from '../domain/errors.js';
import { PasswordGuessed } from '../domain/events.js';
import { needsSecondFactor } from '../domain/permissions.js';
import type { Client, IssuedTokens } from '../domain/sign-in.js';

interface Door {
  client: Client;
  /** Code of the authenticator app, when the account has one. */
  secondFactor?: string;
  /** What an earlier sign-in on this device was given. */
  deviceToken?: string;
}

export interface SignIn extends Door {
  /** Null when what was typed is neither a mobile nor an e-mail: refused like any wrong name. */
  contact: Contact | null;
  password: string;
}

export interface CodeSignIn extends Door {
  challengeId: string;
  code: string;
}

export interface SignedIn extends IssuedTokens {
  personId: string;
  /** Only for a device that brought none. */
  deviceToken?: string;
}

@Injectable()
export class OpenSession {
  constructor(
    private readonly work: UnitOfWork,
    private readonly persons: Persons,
    private readonly passwords: Passwords,
    private readonly challenges: Challenges,
    private readonly guesses: Guesses,
    private readonly devices: Devices,
    private readonly secondFactors: SecondFactors,
    private readonly grants: RoleGrants,
    private readonly sessions: Sessions,
  ) {}

  /**
   * Signs in with a password.
   * @throws sign_in_refused (401) the same whatever is wrong, too_many_tries and sign_in_busy (429)
   * @rule S-31 S-32 S-33
   */
  async withPassword(given: SignIn): Promise<SignedIn> {
    return asSystem(async () => {
      const name = given.contact?.value ?? 'nobody';
      const device = await this.devices.known(given.deviceToken, given.contact);
      const account: Guesser = device ? { of: 'device', id: device } : { of: 'account', id: name };
      const address = addressOf(given.client);
      const isToTell = await this.guesses.take([account, address]);
      const { contact } = given;
      const found = contact && (await this.work.run((tx) => this.persons.byContact(tx, contact)));
      const isRight = await this.passwords.verify(found?.password_hash ?? null, given.password);
      if (!found || !isRight || found.state !== 'active') {
        if (isToTell) await this.tellOwner(found?.id ?? null);
        throw refused('password', found?.id ?? null);
      }
      await this.guesses.forget(account, address);
      if (this.passwords.isOutdated(found.password_hash!)) await this.raise(found.id, given.password);
      return this.open(found, given);
    });
  }

  /** Signs in with a one-time code. @throws code_refused (422), sign_in_refused (401) @rule S-34 */
  async withCode(given: CodeSignIn): Promise<SignedIn> {
    return asSystem(async () => {
      const address = addressOf(given.client);
      await this.guesses.take([address]);
      await this.challenges.check({ challengeId: given.challengeId, purpose: 'sign_in', code: given.code });
      const found = await this.work.run(async (tx) => {
        const { personId } = await this.challenges.use(tx, given.challengeId);
        return personId === null ? null : this.persons.byId(tx, personId);
      });
      if (found?.state !== 'active') throw refused('code', found?.id ?? null);
      await this.guesses.forget(address);
      return this.open(found, given);
    });
  }

  private async open(person: FoundPerson, given: Door): Promise<SignedIn> {
    const secondFactor = await this.secondFactor(person.id, given.secondFactor);
    const opened = await this.work.run(async (tx) => {
      // Held so that a suspension cannot slip between the check and the new session (I-14).
      if ((await this.persons.lock(tx, person.id))?.state !== 'active') throw refused('state', person.id);
      const roles = await this.grants.activeRoles(tx, person.id);
      const isOfficer = roles.some((grant) => needsSecondFactor(grant.role));
      const isProved = secondFactor === 'proved';
      const session = await this.sessions.open(tx, {
        personId: person.id,
        client: given.client,
        secondFactor: isProved,
        isOfficer,
      });
      const deviceToken = given.deviceToken === undefined ? await this.devices.add(tx, person.id) : undefined;
      tx.audit({ action: 'session.opened', object: { kind: 'person', id: person.id }, after: { secondFactor } });
      return { ...session, deviceToken };
    });
    securityEvent('sign_in', { person_id: person.id, session_id: opened.sessionId, second_factor: secondFactor });
    const tokens = await this.sessions.issued({ ...opened, personId: person.id }, secondFactor);
    return { ...tokens, personId: person.id, deviceToken: opened.deviceToken };
  }

  /** A wrong code refuses the sign-in; none leaves it without the permissions that need one. @rule S-35 */
  private async secondFactor(personId: string, code: string | undefined): Promise<IssuedTokens['secondFactor']> {
    const state = await this.work.run((tx) => this.secondFactors.stateOf(tx, personId));
    if (state !== 'confirmed') return 'none';
    if (code === undefined) return 'needed';
    await this.guesses.take([{ of: 'account', id: `second factor ${personId}` }]);
    const isTaken = await this.work.run((tx) => this.secondFactors.take(tx, personId, code));
    if (!isTaken) throw refused('second_factor', personId);
    await this.guesses.forget({ of: 'account', id: `second factor ${personId}` });
    return 'proved';
  }

  /** @rule S-33 */
  private tellOwner(personId: string | null): Promise<void> {
    return this.work.run(async (tx) => tx.emit(PasswordGuessed, { personId }));
  }

  /** Parameters grow with the years; the hash follows at the next sign-in. */
  private async raise(personId: string, password: string): Promise<void> {
    const hash = await this.passwords.hash(password);
    await this.work.run((tx) => this.persons.setPassword(tx, personId, hash));
  }
}

const addressOf = (client: Client): Guesser => ({ of: 'address', id: client.address ?? 'none' });

function refused(why: string, personId: string | null): Error {
  securityEvent('sign_in_refused', { why, person_id: personId });
  return fail('sign_in_refused');
}
