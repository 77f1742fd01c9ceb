import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';
import type { FileAt, StoredFile } from '#platform/files';
import type { SafeFile } from '#platform/uploads';
import { evidenceFileStates, type EvidenceFileState } from '../domain/evidence-file.js';
import { DestroyEvidenceFileJob } from '../domain/evidence.jobs.js';
import { fail } from '../domain/odop.errors.js';
import { EvidenceFileEntity } from './evidence-file.entity.js';

const fileRow = z.object({
  id: z.uuid(),
  evidence_id: z.uuid(),
  entry_id: z.uuid(),
  content_type: z.enum(['application/pdf', 'image/jpeg']),
  size_bytes: z.number(),
  pages: z.number(),
  sha256: z.string(),
  storage_key: z.string(),
  state: z.enum(evidenceFileStates),
  given_at: z.date(),
});
export type EvidenceFile = z.infer<typeof fileRow>;
const columns = Object.keys(fileRow.shape).join(', ');

/** How a file is sealed: with a key of its entry's own. @rule S-63 */
export const evidenceFileAt = ({ id, entry_id }: Pick<EvidenceFile, 'id' | 'entry_id'>): FileAt => ({
  subjectId: entry_id,
  place: { table: 'odop.evidence_file', column: 'file', row: id },
});
export const fileOf = (file: EvidenceFile): StoredFile => ({ ...evidenceFileAt(file), storageKey: file.storage_key });

/** The papers of dossiers themselves. The second wall lets through only those of the caller's desk or office. */
@Injectable()
export class EvidenceFiles {
  add(
    tx: Tx,
    of: { id: string; entryId: string; evidenceId: string; storageKey: string },
    { type, bytes, pages }: SafeFile,
  ) {
    return tx.insert(EvidenceFileEntity, {
      id: of.id,
      evidence_id: of.evidenceId,
      entry_id: of.entryId,
      person_id: tx.actor.personId,
      office_id: tx.actor.organisationId,
      content_type: type,
      size_bytes: bytes.length,
      pages,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      storage_key: of.storageKey,
      state: 'waiting',
      given_at: tx.now,
      scanned_at: null,
      ended_at: null,
      destroyed_at: null,
    });
  }

  /** Those of an entry that have not ended, and those the scanner refused, oldest first. */
  of(tx: Tx, entryId: string): Promise<EvidenceFile[]> {
    return tx.many(
      fileRow,
      `select ${columns} from odop.evidence_file
        where entry_id = $1 and state in ('waiting', 'clean', 'infected') order by given_at, id limit 400`,
      [entryId],
    );
  }

  /** One of an entry's that is there, or that the scanner refused. @throws evidence_file_unknown (404) */
  async find(tx: Tx, entryId: string, id: string): Promise<EvidenceFile> {
    const found = await this.known(tx, id);
    const isThere = found !== null && ['waiting', 'clean', 'infected'].includes(found.state);
    if (!isThere || found.entry_id !== entryId) throw fail('evidence_file_unknown');
    return found;
  }

  /** For the system's own work. */
  known(tx: Tx, id: string): Promise<EvidenceFile | null> {
    return tx.maybe(fileRow, `select ${columns} from odop.evidence_file where id = $1`, [id]);
  }

  /** Whether this is a paper of the entry. @throws evidence_unknown (404) */
  async assertPaper(tx: Tx, entryId: string, evidenceId: string): Promise<void> {
    const paper = await tx.maybe(
      z.object({ id: z.uuid() }),
      `select id from odop.entry_evidence where id = $1 and entry_id = $2`,
      [evidenceId, entryId],
    );
    if (paper === null) throw fail('evidence_unknown');
  }

  /** What the scanner said; a file that ended meanwhile stays ended. */
  async scanned(tx: Tx, id: string, verdict: 'clean' | 'infected'): Promise<void> {
    await tx.run(
      `update odop.evidence_file
          set state = $2, scanned_at = $3, ended_at = case when $2 = 'infected' then $3::timestamptz end
        where id = $1 and state = 'waiting'`,
      [id, verdict, tx.now],
    );
    if (verdict === 'infected') tx.enqueue(DestroyEvidenceFileJob, { fileId: id });
  }

  /** Ends one for good; that it leaves the store follows. @rule S-66 */
  async end(tx: Tx, id: string, why: Exclude<EvidenceFileState, 'waiting' | 'clean' | 'infected'>): Promise<void> {
    await tx.run(`update odop.evidence_file set state = $2, ended_at = $3 where id = $1 and ended_at is null`, [
      id,
      why,
      tx.now,
    ]);
    tx.enqueue(DestroyEvidenceFileJob, { fileId: id });
  }

  /** Those of entries that were refused or retired before an instant. */
  outlived(tx: Tx, before: Date, limit: number): Promise<{ id: string }[]> {
    return tx.many(
      z.object({ id: z.uuid() }),
      `select f.id from odop.evidence_file f join odop.entry e on e.id = f.entry_id
        where f.ended_at is null and e.state in ('rejected', 'retired') and e.state_since < $1
        order by f.given_at limit $2 for update of f skip locked`,
      [before, limit],
    );
  }

  async destroyed(tx: Tx, id: string): Promise<void> {
    await tx.run(`update odop.evidence_file set destroyed_at = $2 where id = $1 and destroyed_at is null`, [
      id,
      tx.now,
    ]);
  }
}
