import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';
import { assert } from '#platform/kernel';
import { decrypt, encrypt, placeText, type Place } from './aead.js';
import { KeyWrapper } from './key-wrapper.js';

const bytes = z.custom<Buffer>((value) => Buffer.isBuffer(value));
const keyRow = z.object({ subject_id: z.uuid(), wrapped: bytes.nullable(), master_version: z.number() });

/** First byte of a sealed value: how it was sealed. */
const form = 1;
const boundTo = (subjectId: string): string => `platform.subject_key|wrapped|${subjectId}`;

/** Seals and opens the personal values of one person or organisation. Lives as long as the transaction it came from. */
export class SubjectKey {
  constructor(private readonly key: Buffer | null) {}

  /** The person was erased: nothing of theirs opens any more. */
  get isDestroyed(): boolean {
    return this.key === null;
  }

  seal(place: Place, value: string | Buffer): Buffer {
    assert(this.key, 'nothing is sealed for an erased subject');
    return Buffer.concat([
      Buffer.of(form),
      encrypt(this.key, placeText(place), typeof value === 'string' ? Buffer.from(value) : value),
    ]);
  }

  /** @returns null when the key was destroyed. @throws when the value was sealed for another place or subject */
  open(place: Place, sealed: Buffer): string | null {
    return this.openBytes(place, sealed)?.toString() ?? null;
  }

  /** The same for files. */
  openBytes(place: Place, sealed: Buffer): Buffer | null {
    if (this.key === null) return null;
    assert(sealed[0] === form, 'a sealed value names a form we know');
    return decrypt(this.key, placeText(place), sealed.subarray(1));
  }
}

/** Data keys per subject, wrapped by the master key (S-63). */
@Injectable()
export class SubjectKeys {
  constructor(private readonly wrapper: KeyWrapper) {}

  /** The subject's key, made at first use. */
  async of(tx: Tx, subjectId: string): Promise<SubjectKey> {
    const known = (await this.existing(tx, [subjectId])).get(subjectId);
    if (known) return known;
    const wrapped = this.wrapper.wrap(randomBytes(32), boundTo(subjectId));
    await tx.run(
      `insert into platform.subject_key (subject_id, wrapped, master_version, made_at)
       values ($1, $2, $3, clock_timestamp()) on conflict (subject_id) do nothing`,
      [subjectId, wrapped.bytes, wrapped.masterVersion],
    );
    const made = (await this.existing(tx, [subjectId])).get(subjectId);
    assert(made, 'a subject key is there once it was written');
    return made;
  }

  /** The same for many subjects, in two statements. */
  async ofMany(tx: Tx, subjectIds: readonly string[]): Promise<ReadonlyMap<string, SubjectKey>> {
    const made = subjectIds.map((id) => ({ id, ...this.wrapper.wrap(randomBytes(32), boundTo(id)) }));
    await tx.run(
      `insert into platform.subject_key (subject_id, wrapped, master_version, made_at)
       select r.subject_id, r.wrapped, r.master_version, clock_timestamp()
         from unnest($1::uuid[], $2::bytea[], $3::integer[]) as r(subject_id, wrapped, master_version)
       on conflict (subject_id) do nothing`,
      [made.map((one) => one.id), made.map((one) => one.bytes), made.map((one) => one.masterVersion)],
    );
    return this.existing(tx, subjectIds);
  }

  /** Keys of many subjects in one statement, for lists; subjects without one are absent. */
  async existing(tx: Tx, subjectIds: readonly string[]): Promise<ReadonlyMap<string, SubjectKey>> {
    const rows = await tx.many(
      keyRow,
      `select subject_id, wrapped, master_version from platform.subject_key where subject_id = any($1::uuid[])`,
      [[...new Set(subjectIds)]],
    );
    return new Map(rows.map((row) => [row.subject_id, this.unwrapped(row)]));
  }

  /** Erases the subject for good: what was sealed stays in the books as noise. @rule S-66 */
  async destroy(tx: Tx, subjectId: string): Promise<void> {
    await tx.run(
      `update platform.subject_key set wrapped = null, destroyed_at = clock_timestamp()
        where subject_id = $1 and destroyed_at is null`,
      [subjectId],
    );
    tx.audit({ action: 'subject_key.destroyed', object: { kind: 'subject', id: subjectId } });
  }

  /** Removes the key of a subject that never came to be: an unfinished registration. */
  async forget(tx: Tx, subjectId: string): Promise<void> {
    await tx.run(`delete from platform.subject_key where subject_id = $1`, [subjectId]);
  }

  private unwrapped(row: z.infer<typeof keyRow>): SubjectKey {
    if (row.wrapped === null) return new SubjectKey(null);
    const wrapped = { bytes: row.wrapped, masterVersion: row.master_version };
    return new SubjectKey(this.wrapper.unwrap(wrapped, boundTo(row.subject_id)));
  }
}
