import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { SubjectKeys } from '#platform/crypto';
import { ReadClient, type Tx } from '#platform/database';
import { guestTokenHash } from '../security/guest-tokens.js';
import type { PersonContact } from './persons.repository.js';
import { GuestEntity } from './guest.entity.js';
import { bytes, idRow } from './rows.js';

const sealedRow = z.object({
  id: z.uuid(),
  name_sealed: bytes,
  mobile_sealed: bytes.nullable(),
  email_sealed: bytes.nullable(),
  language: z.string(),
});

/** How a guest wants to be reached. At least one of the two. */
export interface GuestContact {
  email: string | null;
  mobile: string | null;
  language: string;
}

const place = (column: string, row: string) => ({ table: 'identity.guest', column, row });

@Injectable()
export class Guests {
  constructor(
    private readonly reads: ReadClient,
    private readonly subjects: SubjectKeys,
  ) {}

  async add(tx: Tx, guest: { id: string; token: string; endsAt: Date }): Promise<void> {
    const { id, token, endsAt: ends_at } = guest;
    const unknown = { name_sealed: null, mobile_sealed: null, email_sealed: null };
    const row = { id, token_hash: guestTokenHash(token), language: 'en', opened_at: tx.now, ends_at };
    await tx.insert(GuestEntity, { ...row, ...unknown });
  }

  /** Whose token it is; null when it is nobody's, or over. */
  async idOf(token: string): Promise<string | null> {
    const found = await this.reads.maybe(idRow, `select id from identity.guest_of($1)`, [guestTokenHash(token)]);
    return found?.id ?? null;
  }

  /** Seals where she is reached, and lets her token last longer: what she ordered is on its way. */
  async keep(tx: Tx, id: string, name: string, contact: GuestContact, endsAt: Date): Promise<void> {
    const key = await this.subjects.of(tx, id);
    const sealed = (column: string, text: string | null) => (text === null ? null : key.seal(place(column, id), text));
    await tx.run(
      `update identity.guest set name_sealed = $2, mobile_sealed = $3, email_sealed = $4, language = $5,
              ends_at = greatest(ends_at, $6) where id = $1`,
      [
        ...[id, sealed('name_sealed', name), sealed('mobile_sealed', contact.mobile)],
        ...[sealed('email_sealed', contact.email), contact.language, endsAt],
      ],
    );
  }

  /** She went on shopping. */
  async prolong(tx: Tx, id: string, endsAt: Date): Promise<void> {
    await tx.run(`update identity.guest set ends_at = greatest(ends_at, $2) where id = $1`, [id, endsAt]);
  }

  /** How a guest who ordered is reached; null before, and once that is forgotten. */
  async contact(tx: Tx, id: string): Promise<PersonContact | null> {
    const row = await tx.maybe(
      sealedRow,
      `select id, name_sealed, mobile_sealed, email_sealed, language from identity.guest
        where id = $1 and name_sealed is not null`,
      [id],
    );
    if (!row) return null;
    const key = (await this.subjects.existing(tx, [id])).get(id);
    const name = key?.open(place('name_sealed', id), row.name_sealed);
    if (!key || name === undefined || name === null) return null;
    return {
      personId: id,
      name,
      mobile: row.mobile_sealed && key.open(place('mobile_sealed', id), row.mobile_sealed),
      email: row.email_sealed && key.open(place('email_sealed', id), row.email_sealed),
      language: row.language,
    };
  }
}
