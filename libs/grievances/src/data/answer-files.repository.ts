import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';
import type { FileAt, StoredFile } from '#platform/files';
import type { SafeFile } from '#platform/uploads';
import { answerFileStates } from '../domain/answer-file.js';
import { DestroyAnswerFileJob } from '../domain/answer-file.jobs.js';
import { AnswerFileEntity } from './maker-question.entity.js';
import type { MakerQuestion } from './maker-questions.repository.js';

const fileRow = z.object({
  id: z.uuid(),
  question_id: z.uuid(),
  person_id: z.uuid(),
  content_type: z.enum(['application/pdf', 'image/jpeg']),
  size_bytes: z.number(),
  sha256: z.string(),
  storage_key: z.string(),
  state: z.enum(answerFileStates),
  given_at: z.date(),
});
export type AnswerFile = z.infer<typeof fileRow>;
const columns = Object.keys(fileRow.shape).join(', ');

/** More than any answer may have, with what the scanner refused. */
export const answerFiles_max = 100;

/** How a file is sealed: with the key of who complained, so that it goes with her. @rule S-63 */
export const answerFileAt = ({ id, person_id }: Pick<AnswerFile, 'id' | 'person_id'>): FileAt => ({
  subjectId: person_id,
  place: { table: 'grievances.answer_file', column: 'file', row: id },
});
export const fileOf = (file: AnswerFile): StoredFile => ({ ...answerFileAt(file), storageKey: file.storage_key });

/** What makers show with their answers. */
@Injectable()
export class AnswerFiles {
  add(
    tx: Tx,
    question: MakerQuestion,
    of: { id: string; storageKey: string },
    { type, bytes }: SafeFile,
  ): Promise<void> {
    return tx.insert(AnswerFileEntity, {
      ...{ id: of.id, question_id: question.id, person_id: question.person_id, seller_id: question.seller_id },
      ...{ content_type: type, size_bytes: bytes.length, storage_key: of.storageKey },
      sha256: createHash('sha256').update(bytes).digest('hex'),
      ...{ state: 'waiting', given_at: tx.now, scanned_at: null, ended_at: null, destroyed_at: null },
    });
  }

  /** Those of some questions that have not ended, and those the scanner refused, oldest first. */
  of(tx: Tx, questionIds: readonly string[]): Promise<AnswerFile[]> {
    return tx.many(
      fileRow,
      `select ${columns} from grievances.answer_file
        where question_id = any($1) and state in ('waiting', 'clean', 'infected')
        order by given_at, id limit ${answerFiles_max}`,
      [questionIds],
    );
  }

  /** For the system's own work. */
  known(tx: Tx, id: string): Promise<AnswerFile | null> {
    return tx.maybe(fileRow, `select ${columns} from grievances.answer_file where id = $1`, [id]);
  }

  /** What the scanner said; a file that ended meanwhile stays ended. */
  async scanned(tx: Tx, id: string, verdict: 'clean' | 'infected'): Promise<void> {
    await tx.run(
      `update grievances.answer_file
          set state = $2, scanned_at = $3, ended_at = case when $2 = 'infected' then $3::timestamptz end
        where id = $1 and state = 'waiting'`,
      [id, verdict, tx.now],
    );
    if (verdict === 'infected') tx.enqueue(DestroyAnswerFileJob, { fileId: id });
  }

  /** Ends one for good; that it leaves the store follows. @rule S-66 */
  async end(tx: Tx, id: string, why: 'removed' | 'expired'): Promise<void> {
    const sql = `update grievances.answer_file set state = $2, ended_at = $3 where id = $1 and ended_at is null`;
    await tx.run(sql, [id, why, tx.now]);
    tx.enqueue(DestroyAnswerFileJob, { fileId: id });
  }

  /** Those of questions that were never answered, and those given before an instant whose complaint is closed. */
  async outlived(tx: Tx, before: Date, limit: number): Promise<string[]> {
    const rows = await tx.many(
      z.object({ id: z.uuid() }),
      `select f.id from grievances.answer_file f
         join grievances.maker_question q on q.id = f.question_id
         join grievances.complaint c on c.id = q.complaint_id
        where f.ended_at is null and (q.ended_at is not null or c.state = 'closed' and f.given_at < $1)
        order by f.given_at limit $2 for update of f skip locked`,
      [before, limit],
    );
    return rows.map(({ id }) => id);
  }

  async destroyed(tx: Tx, id: string): Promise<void> {
    const sql = `update grievances.answer_file set destroyed_at = $2 where id = $1 and destroyed_at is null`;
    await tx.run(sql, [id, tx.now]);
  }
}
