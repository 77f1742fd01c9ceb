import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { SubjectKeys } from '#platform/crypto';
import { seeingAll, type Tx } from '#platform/database';
import { SealedFiles } from '#platform/files';
import { keyset, type PageRequest } from '#platform/http';
import { assertShown } from '../domain/answer-file.js';
import { fail } from '../domain/complaint.errors.js';
import { AnswerFiles, fileOf, type AnswerFile } from './answer-files.repository.js';
import { questionColumns, questionRow, saidAt, type MakerQuestion } from './maker-questions.repository.js';

const sealed = z.custom<Buffer | null>((value) => value === null || Buffer.isBuffer(value));
const saidRow = questionRow.extend({ question_sealed: sealed, answer_sealed: sealed });

/** A question and its answer in words, with the files that go with it. Words are null where she was erased. */
export type ToldQuestion = MakerQuestion & { question: string | null; answer: string | null; files: AnswerFile[] };

export interface OpenedAnswerFile {
  file: AnswerFile;
  bytes: Buffer;
}

const select = `select ${questionColumns}, q.question_sealed, q.answer_sealed from grievances.maker_question q`;

@Injectable()
export class MakerQuestionsQuery {
  constructor(
    private readonly keys: SubjectKeys,
    private readonly answerFiles: AnswerFiles,
    private readonly files: SealedFiles,
  ) {}

  /** One the caller's shop was asked. @throws question_not_found (404), also for another's @rule S-42 */
  async own(tx: Tx, id: string): Promise<ToldQuestion> {
    const found = await tx.many(saidRow, `${select} where q.id = $1 and q.seller_id = $2`, [
      id,
      tx.actor.organisationId,
    ]);
    const [told] = await this.told(tx, found);
    if (!told) throw fail('question_not_found');
    return told;
  }

  /** What the caller's shop was asked, the newest first. @rule S-42 */
  async mine(tx: Tx, request: PageRequest): Promise<ToldQuestion[]> {
    const part = keyset(request, ['q.id'], 'desc', 2);
    const sql = `${select} where q.seller_id = $1 ${part.where} order by ${part.orderBy} limit ${part.limit}`;
    return this.told(tx, await tx.many(saidRow, sql, [tx.actor.organisationId, ...part.values]));
  }

  /** Those of a complaint the caller may read, the oldest first; files only with an answer. */
  async ofComplaint(tx: Tx, complaintId: string): Promise<ToldQuestion[]> {
    const asked = await tx.many(saidRow, `${select} where q.complaint_id = $1 order by q.id`, [complaintId]);
    const told = await this.told(tx, asked);
    return told.map((one) => (one.answered_at === null ? { ...one, files: [] } : one));
  }

  /** A file of a question of the caller's shop; that she looked is recorded. @throws question_not_found, answer_file_unknown … */
  async readOwn(tx: Tx, questionId: string, fileId: string): Promise<OpenedAnswerFile> {
    const { files } = await this.own(tx, questionId);
    return this.open(tx, files, fileId);
  }

  /**
   * A file of an answer to a complaint the caller may read; that it was opened is recorded.
   * @throws answer_file_unknown (404), answer_file_not_scanned (409), answer_file_infected (410)
   * @rule S-58
   */
  async readOf(tx: Tx, complaintId: string, fileId: string): Promise<OpenedAnswerFile> {
    const told = await this.ofComplaint(tx, complaintId);
    return this.open(
      tx,
      told.flatMap(({ files }) => files),
      fileId,
    );
  }

  /** The same, for the desk. */
  readOnDesk(tx: Tx, complaintId: string, fileId: string): Promise<OpenedAnswerFile> {
    return seeingAll(tx, () => this.readOf(tx, complaintId, fileId));
  }

  private async open(tx: Tx, files: readonly AnswerFile[], fileId: string): Promise<OpenedAnswerFile> {
    const file = files.find(({ id }) => id === fileId);
    if (!file) throw fail('answer_file_unknown');
    assertShown(file.state);
    const bytes = await this.files.open(tx, fileOf(file));
    if (bytes === null) throw fail('answer_file_unknown');
    tx.audit({ action: 'grievances.answer_file_read', object: { kind: 'grievances.answer_file', id: fileId } });
    return { file, bytes };
  }

  private async told(tx: Tx, rows: readonly z.infer<typeof saidRow>[]): Promise<ToldQuestion[]> {
    if (rows.length === 0) return [];
    const keys = await this.keys.existing(tx, [...new Set(rows.map(({ person_id }) => person_id))]);
    const files = await this.answerFiles.of(
      tx,
      rows.map(({ id }) => id),
    );
    return rows.map(({ question_sealed: question, answer_sealed: answer, ...one }) => {
      const key = keys.get(one.person_id);
      return {
        ...one,
        question: (question && key?.open(saidAt(one.id, 'question'), question)) ?? null,
        answer: (answer && key?.open(saidAt(one.id, 'answer'), answer)) ?? null,
        files: files.filter((file) => file.question_id === one.id),
      };
    });
  }
}
