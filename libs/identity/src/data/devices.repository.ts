import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Tx } from '#platform/database';
import { newId } from '#platform/kernel';
import type { Contact } from '../domain/contact.js';
import { DeviceEntity } from './session.entity.js';
import { Persons } from './persons.repository.js';
import { idRow } from './rows.js';

const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest();

@Injectable()
export class Devices {
  constructor(
    private readonly work: UnitOfWork,
    private readonly persons: Persons,
  ) {}

  /** The id of the device, when the token is one and its owner is who signs in. @rule S-33 */
  async known(token: string | undefined, contact: Contact | null): Promise<string | null> {
    if (token === undefined || contact === null) return null;
    return this.work.run(async (tx) => {
      const person = await this.persons.byContact(tx, contact);
      const row = await tx.maybe(
        idRow,
        `update identity.device set last_seen_at = clock_timestamp() where token_hash = $1 and person_id = $2 returning id`,
        [sha256(token), person?.id ?? null],
      );
      return row?.id ?? null;
    });
  }

  /** Remembers a device. @returns its token, kept by the device, stored here as a hash */
  async add(tx: Tx, personId: string): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    await tx.insert(DeviceEntity, {
      id: newId(),
      person_id: personId,
      token_hash: sha256(token),
      last_seen_at: tx.now,
    });
    return token;
  }
}
