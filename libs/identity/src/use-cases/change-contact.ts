import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Tx } from '#platform/database';
import { assert, type Actor } from '#platform/kernel';
import { identityConfig } from '../config.js';
import { Challenges, type AskedCode } from '../data/challenges.repository.js';
import { Persons } from '../data/persons.repository.js';
import { asSystem } from '../data/system-scope.js';
import { isOfficialMailbox, type Contact } from '../domain/contact.js';
import { fail } from '../domain/errors.js';
import { ContactChanged, ContactConfirmed } from '../domain/events.js';

@Injectable()
export class ChangeContact {
  constructor(
    private readonly work: UnitOfWork,
    private readonly persons: Persons,
    private readonly challenges: Challenges,
  ) {}

  /**
   * Sends a code to a mobile or mailbox that is to be added or to replace the old one, or to hers again.
   * @throws too_many_codes (429)
   * @rule S-34
   */
  ask(me: Actor, contact: Contact): Promise<AskedCode> {
    const personId = own(me);
    return asSystem(() =>
      this.work.run(async (tx) => {
        const [person] = await this.persons.contacts(tx, [personId]);
        const owner = await this.persons.byContact(tx, contact);
        const isDecoy = owner !== null && owner.id !== personId;
        const language = person?.language ?? 'en';
        const boundTo = personId;
        return this.challenges.ask(tx, { purpose: 'verify_contact', contact, personId, isDecoy, boundTo, language });
      }),
    );
  }

  /**
   * Takes it once the code is right; an address that was hers is confirmed and stays.
   * @throws code_refused, contact_taken (422)
   * @rule S-34
   */
  async verify(me: Actor, challengeId: string, code: string): Promise<void> {
    const personId = own(me);
    await asSystem(async () => {
      await this.challenges.check({ challengeId, purpose: 'verify_contact', code, boundTo: personId });
      await this.work.run(async (tx) => {
        const contact = await this.challenges.address(tx, challengeId);
        await this.challenges.use(tx, challengeId);
        const owner = await this.persons.byContact(tx, contact);
        if (owner !== null && owner.id !== personId) throw fail('contact_taken');
        tx.emit(ContactConfirmed, { personId, kind: contact.kind });
        if (owner !== null) {
          const object = { kind: 'person', id: personId };
          return tx.audit({ action: 'contact.confirmed', object, after: { kind: contact.kind } });
        }
        const isOfficial =
          contact.kind === 'email' && isOfficialMailbox(contact.value, identityConfig().OFFICIAL_MAIL_DOMAINS);
        await this.tellOldAddress(tx, personId, contact.kind);
        await this.persons.setContact(tx, personId, contact, isOfficial);
        tx.audit({
          action: 'contact.changed',
          object: { kind: 'person', id: personId },
          after: { kind: contact.kind },
        });
        tx.emit(ContactChanged, { personId });
      });
    });
  }

  /** The address an account goes without from now on is told once more: its owner may not be who changed it. */
  private async tellOldAddress(tx: Tx, personId: string, kind: Contact['kind']): Promise<void> {
    const [person] = await this.persons.contacts(tx, [personId]);
    const value = kind === 'mobile' ? person?.mobile : person?.email;
    if (!person || !value) return;
    const { language } = person;
    await this.challenges.ask(tx, {
      purpose: 'contact_replaced',
      contact: { kind, value },
      personId,
      isDecoy: true,
      language,
    });
  }
}

function own(me: Actor): string {
  assert(me.personId !== null, 'a signed-in caller is a person');
  return me.personId;
}
