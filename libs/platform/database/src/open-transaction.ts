import type pg from 'pg';
import type { EntityTarget, ObjectLiteral, QueryRunner } from 'typeorm';
import type { z } from 'zod';
import { assert, newId, partyIds, type Actor, type EventType, type JobType } from '#platform/kernel';
import { traceParent, type Context } from '#platform/observability';
import type { Planned, PreparedTexts } from './prepared-texts.js';
import type { AuditNote, Tx } from './tx.js';

interface OutboxRow {
  id: string;
  kind: 'event' | 'job';
  name: string;
  payload: unknown;
}

interface Statement {
  sql: string;
  values: readonly unknown[];
}

/** Whose rows may be seen, and what time it is in the database's business. */
const opening = `select set_config('odop.scope', $1, true), platform.now() as now`;

/** Whether the statements that follow are planned for the values they get, or once for all. */
const planning = `select set_config('plan_cache_mode', $1, true)`;

/** A transaction that has begun: collects news and audit notes and writes them in one statement each before commit. */
export class OpenTransaction implements Tx {
  isOpen = true;
  private readonly outbox: OutboxRow[] = [];
  private readonly notes: AuditNote[] = [];
  private readonly nudges: (() => void)[] = [];

  private constructor(
    private readonly runner: QueryRunner,
    private readonly client: pg.PoolClient,
    private readonly texts: PreparedTexts,
    private readonly context: Context,
    readonly now: Date,
  ) {}

  /**
   * Begins, tells the database whose rows may be seen (S-43), and reads the business time, in one round trip: the
   * connection is pipelined, so statements that do not wait for each other travel together.
   */
  static async begin(runner: QueryRunner, texts: PreparedTexts, context: Context): Promise<OpenTransaction> {
    const client = (await runner.connect()) as pg.PoolClient;
    const scope = context.actor.kind === 'system' ? 'system' : partyIds(context.actor).join(',');
    const begun = client.query('begin');
    const opened = ask<{ now: Date }>(client, texts, opening, [scope]);
    try {
      await settled([begun, opened]);
    } catch (error) {
      await client.query('rollback').catch(() => undefined);
      throw error;
    }
    return new OpenTransaction(runner, client, texts, context, (await opened).rows[0]!.now);
  }

  get actor(): Actor {
    return this.context.actor;
  }

  get manager(): Tx['manager'] {
    return this.runner.manager;
  }

  async many<T>(
    row: z.ZodType<T>,
    sql: string,
    values: readonly unknown[] = [],
    planned: Planned = 'each time',
  ): Promise<T[]> {
    const asked = planned === 'once' ? this.plannedOnce(sql, values) : ask(this.client, this.texts, sql, values);
    return (await asked).rows.map((record) => row.parse(record));
  }

  async maybe<T>(
    row: z.ZodType<T>,
    sql: string,
    values: readonly unknown[] = [],
    planned: Planned = 'each time',
  ): Promise<T | null> {
    const rows = await this.many(row, sql, values, planned);
    assert(rows.length <= 1, 'a query for one row finds at most one');
    return rows[0] ?? null;
  }

  async run(sql: string, values: readonly unknown[] = []): Promise<number> {
    const { rowCount, rows } = await ask(this.client, this.texts, sql, values);
    return rowCount ?? rows.length;
  }

  async insert<E extends ObjectLiteral>(entity: EntityTarget<E>, rows: E | readonly E[]): Promise<void> {
    const list = Array.isArray(rows) ? (rows as E[]) : [rows as E];
    if (list.length === 0) return;
    await this.manager.createQueryBuilder().insert().into(entity).values(list).updateEntity(false).execute();
  }

  async attempt<T>(part: () => Promise<T>): Promise<T> {
    const told = [this.outbox, this.notes, this.nudges].map((list) => [list, list.length] as const);
    await this.client.query('savepoint part');
    try {
      const result = await part();
      await this.client.query('release savepoint part');
      return result;
    } catch (error) {
      await this.client.query('rollback to savepoint part');
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

  /** News, audit notes and the commit go in one round trip: what fails before the commit turns it into a rollback. */
  async commit(): Promise<void> {
    // Both texts are there before anything is sent: a fault of ours while writing them must not let the commit go alone.
    const writes = [this.newsToTell(), this.notesToKeep()].filter((write) => write !== null);
    this.isOpen = false;
    const sent = writes.map(({ sql, values }) => ask(this.client, this.texts, sql, values));
    const committed = this.client.query('commit');
    await settled([...sent, committed]);
    assert((await committed).command === 'COMMIT', 'a transaction that failed before is not taken for done');
    if (this.context.trail) this.context.trail.rows += this.notes.length;
    for (const nudge of this.nudges) nudge();
  }

  async rollback(): Promise<void> {
    this.isOpen = false;
    await this.client.query('rollback').catch(() => undefined);
  }

  /** In one round trip; PostgreSQL itself would plan a list of one anew each time, as it takes any list for ten. */
  private async plannedOnce(sql: string, values: readonly unknown[]): Promise<pg.QueryResult> {
    const { client, texts } = this;
    const asked = [
      ask(client, texts, planning, ['force_generic_plan']),
      ask(client, texts, sql, values),
      ask(client, texts, planning, ['auto']),
    ] as const;
    await settled(asked);
    return asked[1];
  }

  private newsToTell(): Statement | null {
    if (this.outbox.length === 0) return null;
    return {
      sql: `insert into platform.outbox (id, kind, name, payload, request_id, at, trace_parent)
            select r.id, r.kind, r.name, r.payload, $2, $3, $4
              from jsonb_to_recordset($1::jsonb) as r(id uuid, kind text, name text, payload jsonb)`,
      values: [JSON.stringify(this.outbox), this.context.requestId, this.now, traceParent()],
    };
  }

  /** Every changing request leaves at least one line, also when the use-case adds none of its own. @rule S-69 */
  private notesToKeep(): Statement | null {
    if (this.notes.length === 0 && this.context.audited && !this.context.trail?.rows) {
      this.notes.push({ action: this.context.operation, object: { kind: 'request', id: this.context.requestId } });
    }
    if (this.notes.length === 0) return null;
    const { actor, requestId, address, operation } = this.context;
    return {
      sql: `insert into platform.audit (id, at, business_at, person_id, delegate_id, organisation_id, post_id, roles, address,
                                        request_id, operation, action, object_kind, object_id, before, after, reason)
            select r.id, clock_timestamp(), $2, $3, $4, $5, $6, $7, $8, $9, $10, r.action, r.object_kind, r.object_id, r.before, r.after, r.reason
              from jsonb_to_recordset($1::jsonb)
                as r(id uuid, action text, object_kind text, object_id text, before jsonb, after jsonb, reason text)`,
      values: [
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
    };
  }
}

/** One statement on the connection of a transaction, by its name when it has one. */
function ask<R extends pg.QueryResultRow>(
  client: pg.PoolClient,
  texts: PreparedTexts,
  sql: string,
  values: readonly unknown[],
): Promise<pg.QueryResult<R>> {
  const name = texts.nameOf(sql);
  return client.query<R>({ ...(name !== null && { name }), text: sql, values: [...values] });
}

/** Waits for all of them, and then fails with the first that failed: none is left alone. */
async function settled(sent: readonly Promise<unknown>[]): Promise<void> {
  for (const outcome of await Promise.allSettled(sent)) if (outcome.status === 'rejected') throw outcome.reason;
}
