import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { SubjectKeys } from '#platform/crypto';
import { seeingAll, type Tx } from '#platform/database';
import { keyset, type PageRequest } from '#platform/http';
import { stepMakers } from '../domain/complaint.js';
import { fail } from '../domain/complaint.errors.js';
import { complaintStates, openStates, type ComplaintState } from '../domain/complaint.states.js';
import { MakerQuestionsQuery, type ToldQuestion } from './maker-questions.query.js';
import { complaintColumns, complaintRow, wordsOf, type Complaint } from './complaints.repository.js';

const stepRow = z.object({
  n: z.number(),
  event: z.string(),
  state: z.enum(complaintStates.names as [ComplaintState]),
  made_by: z.enum(stepMakers),
  words_sealed: z.custom<Buffer | null>((value) => value === null || Buffer.isBuffer(value)),
  at: z.date(),
});

/** A complaint with all that was said. `words` is null where nothing was, or where she was erased. */
export type ToldComplaint = Complaint & {
  steps: (Omit<z.infer<typeof stepRow>, 'words_sealed'> & { words: string | null })[];
  /** What its maker was asked, and what she answered. */
  questions: ToldQuestion[];
};

/** More than any complaint can have: it goes once round its states, and once more. */
export const complaint_steps_max = 50;

const select = `select ${complaintColumns} from grievances.complaint c`;

@Injectable()
export class ComplaintsQuery {
  constructor(
    private readonly keys: SubjectKeys,
    private readonly questions: MakerQuestionsQuery,
  ) {}

  /** One of the caller's, with all that was said. @throws complaint_not_found (404), also for another's @rule S-42 */
  async own(tx: Tx, id: string): Promise<ToldComplaint> {
    const found = await tx.maybe(complaintRow, `${select} where c.id = $1 and c.person_id = $2`, [
      id,
      tx.actor.personId,
    ]);
    if (!found) throw fail('complaint_not_found');
    return this.told(tx, found);
  }

  /** One, for the desk. @throws complaint_not_found (404) */
  onDesk(tx: Tx, id: string): Promise<ToldComplaint> {
    return seeingAll(tx, async () => {
      const found = await tx.maybe(complaintRow, `${select} where c.id = $1`, [id]);
      if (!found) throw fail('complaint_not_found');
      tx.audit({ action: 'grievances.complaint_read', object: { kind: 'complaint', id } });
      return this.told(tx, found);
    });
  }

  /** The caller's, the newest first. @rule S-42 */
  mine(tx: Tx, request: PageRequest): Promise<Complaint[]> {
    const part = keyset(request, ['c.id'], 'desc', 2);
    const sql = `${select} where c.person_id = $1 ${part.where} order by ${part.orderBy} limit ${part.limit}`;
    return tx.many(complaintRow, sql, [tx.actor.personId, ...part.values]);
  }

  /** The caller's about one order, with all that was said, the newest first. @rule S-42 */
  async ofOrder(tx: Tx, orderId: string, limit: number): Promise<ToldComplaint[]> {
    const sql = `${select} where c.person_id = $1 and c.order_id = $2 order by c.id desc limit $3`;
    const found = await tx.many(complaintRow, sql, [tx.actor.personId, orderId, limit]);
    const told: ToldComplaint[] = [];
    for (const complaint of found) told.push(await this.told(tx, complaint));
    return told;
  }

  /**
   * What lies on the desk, the oldest first: in one state, or all that wait for an answer.
   * @param isOverdue  only those that are not acknowledged, or not decided, in time
   */
  page(tx: Tx, state: ComplaintState | null, isOverdue: boolean, request: PageRequest): Promise<Complaint[]> {
    const part = keyset(request, ['c.id'], 'asc', 5);
    const sql = `${select} where c.state = any($1)
                    and (not $2::boolean
                         or (c.state = any($3) and (c.redress_by <= $4 or (c.state = 'received' and c.acknowledge_by <= $4))))
                    ${part.where} order by ${part.orderBy} limit ${part.limit}`;
    const states = state === null ? openStates : [state];
    return seeingAll(tx, () => tx.many(complaintRow, sql, [states, isOverdue, openStates, tx.now, ...part.values]));
  }

  /** What the desk owes an answer and whose next clock strikes until `before`, the next first. @rule */
  pressing(tx: Tx, before: Date, limit: number): Promise<Complaint[]> {
    return tx.many(
      complaintRow,
      `${select} where c.state = any($1) and (c.due_at <= $2 or c.breached_at is not null)
        order by c.redress_by, c.id limit $3`,
      [openStates, before, limit],
    );
  }

  private async told(tx: Tx, complaint: Complaint): Promise<ToldComplaint> {
    const steps = await tx.many(
      stepRow,
      `select n, event, state, made_by, words_sealed, at from grievances.complaint_step
        where complaint_id = $1 order by n limit ${complaint_steps_max}`,
      [complaint.id],
    );
    const key = (await this.keys.existing(tx, [complaint.person_id])).get(complaint.person_id);
    return {
      ...complaint,
      questions: await this.questions.ofComplaint(tx, complaint.id),
      steps: steps.map(({ words_sealed: sealed, ...step }) => ({
        ...step,
        words: (sealed && key?.open(wordsOf(complaint.id, step.n), sealed)) ?? null,
      })),
    };
  }
}
