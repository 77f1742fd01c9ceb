import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { ServiceKeys, SubjectKeys } from '#platform/crypto';
import type { Tx } from '#platform/database';
import type { Contact } from '../domain/contact.js';
import { contactLookup } from './contact-lookup.js';
import { PersonEntity } from './person.entity.js';
import { bytes } from './rows.js';

const foundRow = z.object({
  id: z.uuid(),
  state: z.enum(['active', 'suspended', 'erased']),
  language: z.string(),
  is_official_mailbox: z.boolean(),
  password_hash: z.string().nullable(),
});
export type FoundPerson = z.infer<typeof foundRow>;

const sealedRow = z.object({
  id: z.uuid(),
  name_sealed: bytes,
  mobile_sealed: bytes.nullable(),
  email_sealed: bytes.nullable(),
  language: z.string(),
});

/** Who a person is and how to reach them, readable. */
export interface PersonContact {
  personId: string;
  name: string;
  mobile: string | null;
  email: string | null;
  language: string;
}

const place = (column: string, row: string) => ({ table: 'identity.person', column, row });

@Injectable()
export class Persons {
  constructor(
    private readonly keys: ServiceKeys,
    private readonly subjects: SubjectKeys,
  ) {}

  lookup(contact: Contact): Buffer {
    return contactLookup(this.keys, contact);
  }

  /** Who signs in with this mobile or e-mail. Needs the system's scope. */
  byContact(tx: Tx, contact: Contact): Promise<FoundPerson | null> {
    return tx.maybe(
      foundRow,
      `select p.id, p.state, p.language, p.is_official_mailbox, c.password_hash
         from identity.person p left join identity.credential c on c.person_id = p.id
        where p.${contact.kind === 'mobile' ? 'mobile_lookup' : 'email_lookup'} = $1`,
      [contactLookup(this.keys, contact)],
    );
  }

  byId(tx: Tx, personId: string): Promise<FoundPerson | null> {
    return tx.maybe(
      foundRow,
      `select p.id, p.state, p.language, p.is_official_mailbox, c.password_hash
         from identity.person p left join identity.credential c on c.person_id = p.id
        where p.id = $1`,
      [personId],
    );
  }

  /** Holds the person's row until commit: grants, sessions and states of one person change one after another. */
  async lock(tx: Tx, personId: string): Promise<{ state: FoundPerson['state'] } | null> {
    return tx.maybe(foundRow.pick({ state: true }), `select state from identity.person where id = $1 for update`, [
      personId,
    ]);
  }

  async add(
    tx: Tx,
    person: { id: string; name: string; contact: Contact; language: string; isOfficialMailbox: boolean },
  ): Promise<void> {
    const key = await this.subjects.of(tx, person.id);
    const isMobile = person.contact.kind === 'mobile';
    const sealed = key.seal(place(isMobile ? 'mobile_sealed' : 'email_sealed', person.id), person.contact.value);
    const lookup = contactLookup(this.keys, person.contact);
    await tx.insert(PersonEntity, {
      id: person.id,
      name_sealed: key.seal(place('name_sealed', person.id), person.name),
      mobile_sealed: isMobile ? sealed : null,
      mobile_lookup: isMobile ? lookup : null,
      mobile_verified_at: isMobile ? tx.now : null,
      email_sealed: isMobile ? null : sealed,
      email_lookup: isMobile ? null : lookup,
      email_verified_at: isMobile ? null : tx.now,
      is_official_mailbox: person.isOfficialMailbox,
      language: person.language,
      state: 'active',
      state_reason: null,
      registered_at: tx.now,
    });
  }

  /** Replaces or adds a proven mobile or e-mail. @throws a unique violation when somebody else has it */
  async setContact(tx: Tx, personId: string, contact: Contact, isOfficialMailbox: boolean): Promise<void> {
    const key = await this.subjects.of(tx, personId);
    const kind = contact.kind;
    await tx.run(
      `update identity.person
          set ${kind}_sealed = $2, ${kind}_lookup = $3, ${kind}_verified_at = $4,
              is_official_mailbox = case when $5 then $6 else is_official_mailbox end
        where id = $1`,
      [
        personId,
        key.seal(place(`${kind}_sealed`, personId), contact.value),
        contactLookup(this.keys, contact),
        tx.now,
        kind === 'email',
        isOfficialMailbox,
      ],
    );
  }

  /** People as they may be shown or written to; erased ones are absent. Order is not kept. */
  async contacts(tx: Tx, personIds: readonly string[]): Promise<PersonContact[]> {
    const rows = await tx.many(
      sealedRow,
      `select id, name_sealed, mobile_sealed, email_sealed, language from identity.person
        where id = any($1::uuid[]) and state <> 'erased'`,
      [[...new Set(personIds)]],
    );
    const keys = await this.subjects.existing(
      tx,
      rows.map((row) => row.id),
    );
    return rows.flatMap((row) => {
      const key = keys.get(row.id);
      const name = key?.open(place('name_sealed', row.id), row.name_sealed);
      if (!key || name === null || name === undefined) return [];
      return [
        {
          personId: row.id,
          name,
          mobile: row.mobile_sealed && key.open(place('mobile_sealed', row.id), row.mobile_sealed),
          email: row.email_sealed && key.open(place('email_sealed', row.id), row.email_sealed),
          language: row.language,
        },
      ];
    });
  }

  async setPassword(tx: Tx, personId: string, passwordHash: string): Promise<void> {
    await tx.run(
      `insert into identity.credential (person_id, password_hash, changed_at) values ($1, $2, clock_timestamp())
       on conflict (person_id) do update set password_hash = excluded.password_hash, changed_at = excluded.changed_at`,
      [personId, passwordHash],
    );
  }
}
