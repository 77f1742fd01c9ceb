import type pg from 'pg';
import { newId } from '#platform/kernel';
import type { Handlers } from '../handlers.js';

/** A row to hand to the queue store. */
export interface Handed {
  id: string;
  handler: string;
  request_id: string;
  trace_parent: string | null;
}

interface OutboxRow {
  id: string;
  kind: 'event' | 'job';
  name: string;
  payload: unknown;
  request_id: string;
  trace_parent: string | null;
  at: Date;
}

/** Names this build can carry on; rows of other names wait for a worker of a newer build. */
export interface Known {
  events: readonly string[];
  jobs: readonly string[];
}

const carried = `((kind = 'event' and name = any($1)) or (kind = 'job' and name = any($2)))`;

/** Whether anything waits in the outbox: one cheap look, so that an idle relay opens no transaction. */
export async function outboxWaits(pool: pg.Pool, known: Known): Promise<boolean> {
  const found = await pool.query(`select 1 from platform.outbox where ${carried} limit 1`, [known.events, known.jobs]);
  return found.rowCount! > 0;
}

/**
 * Turns up to `limit` outbox rows into one inbox row per handler, in one transaction. A crash before its commit leaves
 * the outbox as it was; after it the inbox rows are there until their handler deletes them.
 */
export async function openMail(
  client: pg.PoolClient,
  handlers: Handlers,
  known: Known,
  limit: number,
  rehand_ms: number,
): Promise<{ taken: number; handed: Handed[] }> {
  await client.query('begin');
  try {
    const { rows } = await client.query<OutboxRow>(
      `select id, kind, name, payload, request_id, trace_parent, at
         from platform.outbox where ${carried} order by id limit ${limit} for update skip locked`,
      [known.events, known.jobs],
    );
    const inbox = new Map<string, Record<string, unknown> & Handed>();
    for (const row of rows) {
      for (const handler of handlers.for(row.kind, row.name)) {
        const key = handler.key(row.id, row.payload);
        const { name, payload, request_id, trace_parent, at } = row;
        // The later of two rows with one key stands for both.
        inbox.set(`${handler.name} ${key}`, {
          id: newId(),
          handler: handler.name,
          key,
          event_id: row.id,
          name,
          payload,
          request_id,
          trace_parent,
          at,
        });
      }
    }
    if (inbox.size > 0) await client.query(fillInbox, [JSON.stringify([...inbox.values()]), rehand_ms]);
    if (rows.length > 0)
      await client.query(`delete from platform.outbox where id = any($1)`, [rows.map((row) => row.id)]);
    await client.query('commit');
    return { taken: rows.length, handed: [...inbox.values()] };
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}

/** A job asked for again while the first still waits, runs or is dead replaces it: what is asked last is done. */
const fillInbox = `
  insert into platform.inbox (id, handler, key, event_id, name, payload, request_id, trace_parent, at, hand_at)
  select r.id, r.handler, r.key, r.event_id, r.name, r.payload, r.request_id, r.trace_parent, r.at,
         clock_timestamp() + $2 * interval '1 millisecond'
    from jsonb_to_recordset($1::jsonb)
      as r(id uuid, handler text, key text, event_id uuid, name text, payload jsonb, request_id text, trace_parent text, at timestamptz)
  on conflict on constraint inbox_once do update
     set id = excluded.id, event_id = excluded.event_id, payload = excluded.payload, request_id = excluded.request_id,
         trace_parent = excluded.trace_parent, at = excluded.at, hand_at = excluded.hand_at, failures = 0, reason = null, dead_at = null`;

/** Takes up to `limit` rows whose time to be handed (again) has come, and puts that time off. */
export async function takeOverdue(
  pool: pg.Pool,
  handlers: Handlers,
  limit: number,
  rehand_ms: number,
): Promise<Handed[]> {
  const { rows } = await pool.query<Handed>(
    `with overdue as (
       select id from platform.inbox
        where dead_at is null and hand_at <= clock_timestamp() and handler = any($1)
        order by hand_at limit ${limit} for update skip locked)
     update platform.inbox i set hand_at = clock_timestamp() + $2 * interval '1 millisecond'
       from overdue where i.id = overdue.id
     returning i.id, i.handler, i.request_id, i.trace_parent`,
    [handlers.names, rehand_ms],
  );
  return rows;
}

/** The store would not take them: they are due again at once. */
export async function handBack(pool: pg.Pool, rows: readonly Handed[]): Promise<void> {
  await pool.query(`update platform.inbox set hand_at = clock_timestamp() where id = any($1)`, [
    rows.map((row) => row.id),
  ]);
}

/** Kinds of rows no handler of this build knows, for the log. */
export async function unknownKinds(pool: pg.Pool, known: Known): Promise<string[]> {
  const { rows } = await pool.query<{ name: string }>(
    `select distinct name from platform.outbox where not ${carried} and at < platform.now() - interval '1 minute'`,
    [known.events, known.jobs],
  );
  return rows.map((row) => row.name);
}
