import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { SubjectKeys } from '#platform/crypto';
import type { Tx } from '#platform/database';
import { HoldEarning } from '#payments';
import { holdsEarning } from '../domain/at-stake.js';
import { nextClock } from '../domain/clocks.js';
import { abouts, madeBy, outcomes, type About } from '../domain/complaint.js';
import { fail } from '../domain/complaint.errors.js';
import { ComplaintBreached } from '../domain/complaint.events.js';
import {
  complaintStates,
  isOpen,
  openStates,
  type ComplaintEvent,
  type ComplaintState,
} from '../domain/complaint.states.js';
import { parties } from '../domain/parties.js';
import { ComplaintEntity } from './complaint.entity.js';
import { MakerQuestions } from './maker-questions.repository.js';

const state = z.enum(complaintStates.names as [ComplaintState]);
export const complaintRow = z.object({
  id: z.uuid(),
  ticket: z.string(),
  person_id: z.uuid(),
  seller_id: z.uuid().nullable(),
  order_id: z.uuid().nullable(),
  order_number: z.string().nullable(),
  about: z.enum(abouts),
  state,
  outcome: z.enum(outcomes).nullable(),
  reopens: z.number(),
  received_at: z.date(),
  acknowledge_by: z.date(),
  escalate_by: z.date(),
  redress_by: z.date(),
  acknowledged_at: z.date().nullable(),
  reminded_at: z.date().nullable(),
  escalated_at: z.date().nullable(),
  breached_at: z.date().nullable(),
  resolved_at: z.date().nullable(),
  reopen_until: z.date().nullable(),
  closes_at: z.date().nullable(),
  due_at: z.date().nullable(),
  version: z.number(),
});
export type Complaint = z.infer<typeof complaintRow>;
export const complaintColumns = Object.keys(complaintRow.shape)
  .map((name) => `c.${name}`)
  .join(', ');

/** What a complaint is when it comes in. */
export type NewComplaint = Pick<
  Complaint,
  | 'id'
  | 'ticket'
  | 'person_id'
  | 'seller_id'
  | 'order_id'
  | 'order_number'
  | 'acknowledge_by'
  | 'escalate_by'
  | 'redress_by'
> & { about: About };

/** What a step changes beside the state. */
export type ComplaintChange = Partial<
  Pick<
    Complaint,
    'outcome' | 'reopens' | 'acknowledged_at' | 'escalated_at' | 'resolved_at' | 'reopen_until' | 'closes_at'
  >
>;

export const wordsOf = (complaintId: string, n: number) => ({
  table: 'grievances.complaint_step',
  column: 'words',
  row: `${complaintId}/${n}`,
});

@Injectable()
export class Complaints {
  constructor(
    private readonly keys: SubjectKeys,
    private readonly holdEarning: HoldEarning,
    private readonly questions: MakerQuestions,
  ) {}

  /** How many of a person's complaints are open. They wait for each other here, so that many at once are counted too. @rule S-52 */
  async lockOpen(tx: Tx, personId: string): Promise<number> {
    await tx.run(`select pg_advisory_xact_lock(hashtextextended('grievances.complaint ' || $1, 0))`, [personId]);
    const sql = `select from grievances.complaint where person_id = $1 and state = any($2)`;
    return tx.run(sql, [personId, openStates]);
  }

  /** A new one, with what she says. */
  async add(tx: Tx, complaint: NewComplaint, words: string): Promise<Complaint> {
    const made = {
      ...complaint,
      ...{ state: complaintStates.initial as ComplaintState, outcome: null, reopens: 0, received_at: tx.now },
      ...{ acknowledged_at: null, reminded_at: null, escalated_at: null, breached_at: null },
      ...{ resolved_at: null, reopen_until: null, closes_at: null, version: 1 },
    };
    const row: Complaint = { ...made, due_at: nextClock(made) };
    await tx.insert(ComplaintEntity, row);
    await this.step(tx, row, 'raise', words);
    await this.followMoney(tx, row);
    return row;
  }

  /** One, held until the transaction ends; through the second wall only the caller's. @throws complaint_not_found (404) @rule S-42 */
  async lock(tx: Tx, id: string): Promise<Complaint> {
    const sql = `select ${complaintColumns} from grievances.complaint c where c.id = $1 for update`;
    const found = await tx.maybe(complaintRow, sql, [id]);
    if (!found) throw fail('complaint_not_found');
    return found;
  }

  /** The caller's own, held. @throws complaint_not_found (404) @rule S-42 */
  async lockOwn(tx: Tx, id: string): Promise<Complaint> {
    const found = await this.lock(tx, id);
    if (found.person_id !== tx.actor.personId) throw fail('complaint_not_found');
    return found;
  }

  /** Those of a person that are not at an end, held. */
  lockOfPerson(tx: Tx, personId: string): Promise<Complaint[]> {
    const sql = `select ${complaintColumns} from grievances.complaint c
                  where c.person_id = $1 and c.state <> 'closed' order by c.id for update`;
    return tx.many(complaintRow, sql, [personId]);
  }

  /**
   * A step along SM-9, with the clock that strikes next; what was said is sealed with the shopper's key.
   * @throws illegal_transition (409)
   * @rule SM-9 S-63
   */
  async move(
    tx: Tx,
    before: Complaint,
    by: ComplaintEvent,
    change: ComplaintChange = {},
    words: string | null = null,
  ): Promise<Complaint> {
    const to = complaintStates.next(before.state, by);
    // Decided after its month, though before the clock came round: it was late all the same.
    const isLate = before.breached_at === null && isOpen(before.state) && !isOpen(to) && before.redress_by <= tx.now;
    const breached_at = isLate ? tx.now : before.breached_at;
    const moved = { ...before, ...change, breached_at, state: to, version: before.version + 1 };
    const after: Complaint = { ...moved, due_at: nextClock(moved) };
    await tx.run(
      `update grievances.complaint
          set state = $2, outcome = $3, reopens = $4, acknowledged_at = $5, escalated_at = $6, resolved_at = $7,
              reopen_until = $8, closes_at = $9, due_at = $10, version = $11, breached_at = $12
        where id = $1`,
      [
        ...[after.id, after.state, after.outcome, after.reopens, after.acknowledged_at, after.escalated_at],
        ...[after.resolved_at, after.reopen_until, after.closes_at, after.due_at, after.version, after.breached_at],
      ],
    );
    await this.step(tx, after, by, words);
    if (isOpen(before.state) && !isOpen(to)) await this.questions.endOf(tx, after.id);
    if (holdsEarning(before) !== holdsEarning(after)) await this.followMoney(tx, after);
    if (isLate) tx.emit(ComplaintBreached, { ...parties(after), redressBy: after.redress_by.toISOString() });
    const object = { kind: 'complaint', id: after.id };
    tx.audit({ action: `grievances.${by}`, object, before: { state: before.state }, after: { state: to } });
    return after;
  }

  /** A clock struck that changes no state: noted, that it strikes once. */
  async note(tx: Tx, before: Complaint, what: 'reminded_at' | 'breached_at'): Promise<void> {
    const after = { ...before, [what]: tx.now };
    const sql = `update grievances.complaint set reminded_at = $2, breached_at = $3, due_at = $4 where id = $1`;
    await tx.run(sql, [after.id, after.reminded_at, after.breached_at, nextClock(after)]);
    tx.audit({ action: `grievances.${what}`, object: { kind: 'complaint', id: after.id } });
  }

  /** Complaints whose next clock is due, the longest first, for the sweep. */
  async due(tx: Tx, limit: number): Promise<string[]> {
    const sql = `select id from grievances.complaint where due_at <= $1 order by due_at limit $2`;
    return (await tx.many(z.object({ id: z.uuid() }), sql, [tx.now, limit])).map(({ id }) => id);
  }

  /** What the maker earns with the order waits for it, or does so no longer. @rule  */
  private async followMoney(tx: Tx, after: Complaint): Promise<void> {
    if (after.order_id === null || after.seller_id === null) return;
    const order = { kind: 'order', id: after.order_id } as const;
    if (holdsEarning(after)) await this.holdEarning.inside(tx, order, after.seller_id, after.id);
    else await this.holdEarning.release(tx, order, after.id);
  }

  private async step(tx: Tx, after: Complaint, event: string, words: string | null): Promise<void> {
    const key = words === null ? null : await this.keys.of(tx, after.person_id);
    // Erased meanwhile: what is said to her is not kept.
    const sealed = words === null || !key || key.isDestroyed ? null : key.seal(wordsOf(after.id, after.version), words);
    await tx.run(
      `insert into grievances.complaint_step (complaint_id, n, person_id, event, state, made_by, words_sealed, at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [...[after.id, after.version, after.person_id, event, after.state, madeBy(tx.actor, after)], ...[sealed, tx.now]],
    );
  }
}
