import { Injectable } from '@nestjs/common';
import { isProduction } from '#platform/config';
import { ServiceKeys } from '#platform/crypto';
import { UnitOfWork, type Tx } from '#platform/database';
import { assert } from '#platform/kernel';
import { Persons } from '../data/persons.repository.js';
import { SecondFactors } from '../data/second-factors.repository.js';
import { parseContact, type Contact } from '../domain/contact.js';
import { RegisterPerson, type Registration } from './register-person.js';

export interface DemoAccount {
  personId: string;
  password: string;
  /** Seed of the authenticator app, for accounts that have one. */
  totpSecret: string | null;
}

/** Accounts to try things with. Made as a person would make them, never in production. */
@Injectable()
export class MakeDemoAccount {
  constructor(
    private readonly work: UnitOfWork,
    private readonly keys: ServiceKeys,
    private readonly persons: Persons,
    private readonly secondFactors: SecondFactors,
    private readonly registerPerson: RegisterPerson,
  ) {}

  /** The account with this sign-in name, made at the first call; its password is this installation's own. */
  async run(wanted: { name: string; signIn: string; secondFactor: boolean }): Promise<DemoAccount> {
    if (isProduction()) throw new Error('Demo accounts are not made in production.');
    const contact = parseContact(wanted.signIn);
    assert(contact, 'a demo account has a mobile number or an e-mail address');
    const password = this.passwordOf(contact);
    return this.work.run(async (tx) => {
      const known = await this.persons.byContact(tx, contact);
      const personId =
        known?.id ?? (await this.register({ name: wanted.name, contact, password, language: 'en', notice: 'demo' }));
      const totpSecret = wanted.secondFactor ? await this.secondFactor(tx, personId) : null;
      return { personId, password, totpSecret };
    });
  }

  /** The same without a password: it signs in by one-time code. @returns the person's id: the wanted one when it is made now */
  async codesOnly(wanted: { personId: string; name: string; signIn: string; language: string }): Promise<string> {
    if (isProduction()) throw new Error('Demo accounts are not made in production.');
    const contact = parseContact(wanted.signIn);
    assert(contact, 'a demo account has a mobile number or an e-mail address');
    const known = await this.work.run((tx) => this.persons.byContact(tx, contact));
    if (known) return known.id;
    const { personId, name, language } = wanted;
    return this.register({ personId, name, contact, language, notice: 'demo' });
  }

  /** A registration without the round of its code: that is spent before it is sent. Nobody else waits for what stands between. */
  private register(person: Registration): Promise<string> {
    return this.work.run(async (tx) => {
      const { registrationId } = await this.registerPerson.ask(person);
      return this.registerPerson.inside(tx, registrationId);
    });
  }

  /** Counts at once: nobody has to sign in with the password first to prove an app that nobody holds. */
  private async secondFactor(tx: Tx, personId: string): Promise<string> {
    const known = await this.secondFactors.seedOf(tx, personId);
    if (known !== null) return known;
    const secret = await this.secondFactors.begin(tx, personId);
    await this.secondFactors.confirm(tx, personId);
    tx.audit({ action: 'second_factor.added', object: { kind: 'person', id: personId } });
    return secret;
  }

  /** The same at every run, another one in every installation. */
  private passwordOf(contact: Contact): string {
    const text = this.keys.hmac('code', 'demo password', contact.value).readBigUInt64BE().toString(36);
    return `try-${text.slice(0, 4)}-${text.slice(4, 8)}-${text.slice(8)}`;
  }
}
