import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { ServiceKeys } from '#platform/crypto';
import type { Tx } from '#platform/database';
import { parseContact } from '../domain/contact.js';
import { contactLookup } from './contact-lookup.js';
import type { GuestContact } from './guests.repository.js';
import { bytes } from './rows.js';

const row = z.object({ mobile_lookup: bytes.nullable(), email_lookup: bytes.nullable() });

/** Keyed hashes of mobiles and e-mail addresses: equal for one contact, whether its owner signs in or shops as a guest. */
@Injectable()
export class ContactLookupsQuery {
  constructor(private readonly keys: ServiceKeys) {}

  /** Those of who signed in; none for a guest. @rule S-63 */
  async ofPerson(tx: Tx, personId: string): Promise<Buffer[]> {
    const found = await tx.maybe(row, `select mobile_lookup, email_lookup from identity.person where id = $1`, [
      personId,
    ]);
    return found === null ? [] : [found.mobile_lookup, found.email_lookup].filter((lookup) => lookup !== null);
  }

  /** Those of what somebody wrote down. @rule S-63 */
  ofGiven({ mobile, email }: Pick<GuestContact, 'mobile' | 'email'>): Buffer[] {
    return [mobile, email].flatMap((text) => {
      const contact = text === null ? null : parseContact(text);
      return contact === null ? [] : [contactLookup(this.keys, contact)];
    });
  }
}
