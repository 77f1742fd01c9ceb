import type { EntityTarget, ObjectLiteral, QueryRunner } from 'typeorm';
import { z } from 'zod';
import { assert, newId, partyIds, type Actor, type EventType, type JobType } from '#platform/kernel';
import { traceParent, type Context } from '#platform/observability';
import type { AuditNote, Tx } from './tx.js';

interface OutboxRow {
  id: string;
  kind: 'event' | 'job';
  name: string;
  payload: unknown;
}

const rawResult = z.object({ records: z.array(z.unknown()), affected: z.number().nullish() });

/** A transaction that has begun: collects news and audit notes and writes them in one statement each before commit. */
export class OpenTransaction implements Tx {
  isOpen = true;
  private readonly outbox: OutboxRow[] = [];
  private readonly notes: AuditNote[] = [];
  private readonly nudges: (() => void)[] = [];

  private constructor(
    private readonly runner: QueryRunner,
    private readonly context: Context,
    readonly now: Date,
  ) {}

  /** Begins, tells the database whose rows may be seen (S-43), and reads the business time, in two round trips. */
  static async begin(runner: QueryRunner, context: Context): Promise<OpenTransaction> {
    await runner.startTransaction();
    const scope = context.actor.kind === 'system' ? 'system' : partyIds(context.actor).join(',');
    const rows = (await runner.query(`select set_config('odop.scope', $1, true), platform.now() as now`, [scope])) as {
      now: Date;
    }[];
    return new OpenTransaction(runner, context, rows[0]!.now);
  }

  get actor(): Actor {
    return this.context.actor;
  }

  get manager(): Tx['manager'] {
    return this.runner.manager;
  }

  async many<T>(row: z.ZodType<T>, sql: string, values: readonly unknown[] = []): Promise<T[]> {
    const result = rawResult.parse(await this.runner.query(sql, [...values], true));
    return result.records.map((record) => row.parse(record));
  }

  async maybe<T>(row: z.ZodType<T>, sql: string, values: readonly unknown[] = []): Promise<T | null> {
    const rows = await this.many(row, sql, values);
    assert(rows.length <= 1, 'a query for one row finds at most one');
    return rows[0] ?? null;
  }

  async run(sql: string, values: readonly unknown[] = []): Promise<number> {
    const result = rawResult.parse(await this.runner.query(sql, [...values], true));
    return result.affected ?? result.records.length;
  }

  async insert<E extends ObjectLiteral>(entity: EntityTarget<E>, rows: E | readonly E[]): Promise<void> {
    const list = Array.isArray(rows) ? (rows as E[]) : [rows as E];
    if (list.length === 0) return;
    await this.manager.createQueryBuilder().insert().into(entity).values(list).updateEntity(false).execute();
  }

  async attempt<T>(part: () => Promise<T>): Promise<T> {
    const told = [this.outbox, this.notes, this.nudges].map((list) => [list, list.length] as const);
    await this.runner.query('savepoint part');
    try {
      const result = await part();
      await this.runner.query('release savepoint part');
      return result;
    } catch (error) {
      await this.runner.query('rollback to savepoint part');
      for (const [list, length] of told) list.length = length;
      throw error;
    }
  }

  emit<P>(type: EventType<P>, payload: P): void {
    this.outbox.push({ id: newId(), kind: 'event', name: type.name, payload: type.schema.parse(payload) });
  }

  enqueue<P>(type: JobType<P>, payload: P): void {
    this.outbox.push({ id: newId(), kind: 'job', name: type.name, payload: type.payload.parse(payload) });
  }

  audit(note: AuditNote): void {
    this.notes.push(note);
  }

  afterCommit(nudge: () => void): void {
    this.nudges.push(nudge);
  }

  async commit(): Promise<void> {
    await this.writeOutbox();
    await this.writeAudit();
    this.isOpen = false;
    await this.runner.commitTransaction();
    if (this.context.trail) this.context.trail.rows += this.notes.length;
    for (const nudge of this.nudges) nudge();
  }

  async rollback(): Promise<void> {
    this.isOpen = false;
    if (this.runner.isTransactionActive) await this.runner.rollbackTransaction().catch(() => undefined);
  }

  private async writeOutbox(): Promise<void> {
    if (this.outbox.length === 0) return;
    await this.run(
      `insert into platform.outbox (id, kind, name, payload, request_id, at, trace_parent)
       select r.id, r.kind, r.name, r.payload, $2, $3, $4
         from jsonb_to_recordset($1::jsonb) as r(id uuid, kind text, name text, payload jsonb)`,
      [JSON.stringify(this.outbox), this.context.requestId, this.now, traceParent()],
    );
  }

  /** Every changing request leaves at least one line, also when the use-case adds none of its own. @rule S-69 */
  private async writeAudit(): Promise<void> {
    if (this.notes.length === 0 && this.context.audited && !this.context.trail?.rows) {
      this.notes.push({ action: this.context.operation, object: { kind: 'request', id: this.context.requestId } });
    }
    if (this.notes.length === 0) return;
    const { actor, requestId, address, operation } = this.context;
    await this.run(
      `insert into platform.audit (id, at, business_at, person_id, delegate_id, organisation_id, post_id, roles, address,
                                   request_id, operation, action, object_kind, object_id, before, after, reason)
       select r.id, clock_timestamp(), $2, $3, $4, $5, $6, $7, $8, $9, $10, r.action, r.object_kind, r.object_id, r.before, r.after, r.reason
         from jsonb_to_recordset($1::jsonb)
           as r(id uuid, action text, object_kind text, object_id text, before jsonb, after jsonb, reason text)`,
      [
        JSON.stringify(
          this.notes.map(({ object, ...note }) => ({
            id: newId(),
            reason: this.context.reason,
            ...note,
            object_kind: object.kind,
            object_id: object.id,
          })),
        ),
        this.now,
        actor.personId,
        actor.delegateId,
        actor.organisationId,
        actor.postId,
        [...actor.roles],
        address,
        requestId,
        operation,
      ],
    );
  }
}
