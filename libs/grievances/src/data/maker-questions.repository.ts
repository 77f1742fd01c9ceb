import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { SubjectKeys } from '#platform/crypto';
import type { Tx } from '#platform/database';
import { fail } from '../domain/complaint.errors.js';
import { MakerQuestionEntity } from './maker-question.entity.js';

export const questionRow = z.object({
  id: z.uuid(),
  complaint_id: z.uuid(),
  person_id: z.uuid(),
  seller_id: z.uuid(),
  ticket: z.string(),
  order_id: z.uuid(),
  order_number: z.string(),
  asked_at: z.date(),
  answer_by: z.date(),
  answered_at: z.date().nullable(),
  ended_at: z.date().nullable(),
});
export type MakerQuestion = z.infer<typeof questionRow>;
export const questionColumns = Object.keys(questionRow.shape)
  .map((name) => `q.${name}`)
  .join(', ');

type Said = 'question' | 'answer';
export const saidAt = (id: string, column: Said) => ({ table: 'grievances.maker_question', column, row: id });

const awaited = 'answered_at is null and ended_at is null';

/** What the desk asks makers. */
@Injectable()
export class MakerQuestions {
  constructor(private readonly keys: SubjectKeys) {}

  async add(tx: Tx, question: MakerQuestion, words: string): Promise<void> {
    const question_sealed = await this.sealed(tx, question, 'question', words);
    await tx.insert(MakerQuestionEntity, { ...question, question_sealed, answer_sealed: null });
  }

  /** Those of a complaint, the oldest first. */
  ofComplaint(tx: Tx, complaintId: string): Promise<MakerQuestion[]> {
    const sql = `select ${questionColumns} from grievances.maker_question q where q.complaint_id = $1 order by q.id`;
    return tx.many(questionRow, sql, [complaintId]);
  }

  /** The caller's shop's, held until the transaction ends. @throws question_not_found (404), also for another's @rule S-42 */
  async lockOwn(tx: Tx, id: string): Promise<MakerQuestion> {
    const found = await this.locked(tx, id);
    if (found === null || found.seller_id !== tx.actor.organisationId) throw fail('question_not_found');
    return found;
  }

  locked(tx: Tx, id: string): Promise<MakerQuestion | null> {
    const sql = `select ${questionColumns} from grievances.maker_question q where q.id = $1 for update`;
    return tx.maybe(questionRow, sql, [id]);
  }

  async answer(tx: Tx, question: MakerQuestion, words: string): Promise<void> {
    const sealed = await this.sealed(tx, question, 'answer', words);
    const sql = `update grievances.maker_question set answered_at = $2, answer_sealed = $3 where id = $1`;
    await tx.run(sql, [question.id, tx.now, sealed]);
  }

  async end(tx: Tx, id: string): Promise<void> {
    await tx.run(`update grievances.maker_question set ended_at = $2 where id = $1 and ${awaited}`, [id, tx.now]);
  }

  /** The complaint is decided or taken back: nobody waits for an answer any more. */
  async endOf(tx: Tx, complaintId: string): Promise<void> {
    const sql = `update grievances.maker_question set ended_at = $2 where complaint_id = $1 and ${awaited}`;
    await tx.run(sql, [complaintId, tx.now]);
  }

  /** Those whose makers said nothing in time, the longest first. */
  async due(tx: Tx, limit: number): Promise<string[]> {
    const rows = await tx.many(
      z.object({ id: z.uuid() }),
      `select id from grievances.maker_question where ${awaited} and answer_by <= $1 order by answer_by limit $2`,
      [tx.now, limit],
    );
    return rows.map(({ id }) => id);
  }

  /** Erased meanwhile: what is said of her is not kept. @rule S-63 */
  private async sealed(tx: Tx, question: MakerQuestion, column: Said, words: string): Promise<Buffer | null> {
    const key = await this.keys.of(tx, question.person_id);
    return key.isDestroyed ? null : key.seal(saidAt(question.id, column), words);
  }
}
