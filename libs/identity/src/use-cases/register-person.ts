import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { SubjectKeys } from '#platform/crypto';
import { UnitOfWork, type Tx } from '#platform/database';
import { newId } from '#platform/kernel';
import { Passwords } from '../security/passwords.js';
import { securityEvent } from '../security/security-log.js';
import { identityConfig } from '../config.js';
import { Challenges, type AskedCode } from '../data/challenges.repository.js';
import { Persons } from '../data/persons.repository.js';
import { ConsentEntity, RegistrationEntity } from '../data/registration.entity.js';
import { bytes } from '../data/rows.js';
import { asSystem } from '../data/system-scope.js';
import { isOfficialMailbox, type Contact } from '../domain/contact.js';
import { fail } from '../domain/errors.js';
import { PersonRegistered } from '../domain/events.js';
import { assertStrongPassword } from '../domain/password-rules.js';

export interface Registration {
  /** Given by the caller when the person is to be found again (seeds); else made here. */
  personId?: string;
  name: string;
  contact: Contact;
  /** Absent: signs in by one-time code only. */
  password?: string;
  language: string;
  /** Version of the privacy notice that was shown and agreed to. */
  notice: string;
}

const place = (column: string, row: string) => ({ table: 'identity.registration', column, row });
const askedRow = z.object({
  person_id: z.uuid(),
  challenge_id: z.uuid(),
  contact_kind: z.enum(['mobile', 'email']),
  contact_sealed: bytes,
  name_sealed: bytes,
  password_hash: z.string().nullable(),
  language: z.string(),
  notice: z.string(),
  is_official_mailbox: z.boolean(),
});

@Injectable()
export class RegisterPerson {
  constructor(
    private readonly work: UnitOfWork,
    private readonly subjects: SubjectKeys,
    private readonly persons: Persons,
    private readonly challenges: Challenges,
    private readonly passwords: Passwords,
  ) {}

  /**
   * Keeps what was asked for and sends a code. For an address that has an account the answer is the same, its owner is
   * told, and no code is ever right.
   * @throws password_too_weak (422), too_many_codes (429)
   * @rule S-31 S-32 S-34
   */
  async ask(asked: Registration): Promise<AskedCode & { registrationId: string }> {
    const { contact, password } = asked;
    if (password !== undefined) assertStrongPassword(password, [asked.name, contact.value]);
    const passwordHash = password === undefined ? null : await this.passwords.hash(password);
    return asSystem(() =>
      this.work.run(async (tx) => {
        const [id, personId] = [newId(), asked.personId ?? newId()];
        const isDecoy = (await this.persons.byContact(tx, contact)) !== null;
        const { language } = asked;
        const code = await this.challenges.ask(tx, {
          purpose: 'register',
          contact,
          personId,
          isDecoy,
          boundTo: id,
          language,
        });
        await this.keep(tx, { id, personId, challengeId: code.challengeId, passwordHash, asked });
        return { ...code, registrationId: id };
      }),
    );
  }

  /** Makes the account once the code is right. @returns the person's id. @throws code_refused (422) @rule S-34 */
  async verify(registrationId: string, code: string): Promise<string> {
    return asSystem(async () => {
      const asked = await this.work.run((tx) => this.asked(tx, registrationId));
      const challengeId = asked?.challenge_id ?? newId();
      await this.challenges.check({ challengeId, purpose: 'register', code, boundTo: registrationId });
      const personId = await this.work.run((tx) => this.inside(tx, registrationId));
      securityEvent('registered', { person_id: personId });
      return personId;
    });
  }

  /** Makes the account of a registration whose code was right. @throws code_refused (422) when it is there already */
  async inside(tx: Tx, registrationId: string): Promise<string> {
    const asked = await this.asked(tx, registrationId);
    if (!asked) throw fail('code_refused');
    await this.challenges.use(tx, asked.challenge_id);
    const key = await this.subjects.of(tx, asked.person_id);
    const value = key.open(place('contact_sealed', registrationId), asked.contact_sealed);
    const name = key.open(place('name_sealed', registrationId), asked.name_sealed);
    if (value === null || name === null) throw fail('code_refused');
    const contact: Contact = { kind: asked.contact_kind, value };
    // Two registrations of one address may be under way: the second to be proved finds the account there.
    if (await this.persons.byContact(tx, contact)) throw fail('code_refused');
    const { person_id: id, language, notice } = asked;
    await this.persons.add(tx, { id, name, contact, language, isOfficialMailbox: asked.is_official_mailbox });
    if (asked.password_hash !== null) await this.persons.setPassword(tx, id, asked.password_hash);
    const consent = { id: newId(), person_id: id, purpose: 'account', notice, language, given_at: tx.now };
    await tx.insert(ConsentEntity, { ...consent, withdrawn_at: null });
    await tx.run(`delete from identity.registration where id = $1`, [registrationId]);
    tx.audit({ action: 'person.registered', object: { kind: 'person', id } });
    tx.emit(PersonRegistered, { personId: id });
    return id;
  }

  private asked(tx: Tx, registrationId: string) {
    return tx.maybe(
      askedRow,
      `select person_id, challenge_id, contact_kind, contact_sealed, name_sealed, password_hash, language, notice, is_official_mailbox
         from identity.registration where id = $1 for update`,
      [registrationId],
    );
  }

  private async keep(
    tx: Tx,
    made: { id: string; personId: string; challengeId: string; passwordHash: string | null; asked: Registration },
  ): Promise<void> {
    const { id, personId, asked } = made;
    const key = await this.subjects.of(tx, personId);
    const { contact } = asked;
    await tx.insert(RegistrationEntity, {
      id,
      person_id: personId,
      challenge_id: made.challengeId,
      contact_kind: contact.kind,
      contact_sealed: key.seal(place('contact_sealed', id), contact.value),
      contact_lookup: this.persons.lookup(contact),
      name_sealed: key.seal(place('name_sealed', id), asked.name),
      password_hash: made.passwordHash,
      language: asked.language,
      notice: asked.notice,
      is_official_mailbox:
        contact.kind === 'email' && isOfficialMailbox(contact.value, identityConfig().OFFICIAL_MAIL_DOMAINS),
      asked_at: tx.now,
    });
  }
}
