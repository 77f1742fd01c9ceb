import { z } from 'zod';
import type { Tx } from '#platform/database';
import { sealedColumns, sealedRow, type SealedRow } from '../link.js';

const bytes = z.custom<Buffer>((value) => Buffer.isBuffer(value));
const head = z.object({ day: z.string(), links: z.coerce.number(), head: bytes });
export type Head = z.infer<typeof head>;

/** Any fixed number: all sequencers meet at it. */
const sequencerLock = 7_153_206;

/** Makes this transaction the only sequencer until it ends. @returns false when another one is at work */
export async function takeSequence(tx: Tx): Promise<boolean> {
  const row = await tx.maybe(z.object({ mine: z.boolean() }), `select pg_try_advisory_xact_lock($1) as mine`, [
    sequencerLock,
  ]);
  return row!.mine;
}

/** The legal day by the database's real clock: the chain is about what happened, not about the business clock. */
export async function realDay(tx: Tx): Promise<string> {
  const row = await tx.maybe(
    z.object({ day: z.string() }),
    `select to_char(clock_timestamp() at time zone 'Asia/Kolkata', 'YYYY-MM-DD') as day`,
  );
  return row!.day;
}

/** The last link written, if any. Only its day can still be without a kept head: a new day begins by closing the one before. */
export const tip = (tx: Tx): Promise<Head | null> =>
  tx.maybe(
    head,
    `select to_char(day, 'YYYY-MM-DD') as day, sequence as links, digest as head
       from platform.audit_seal order by audit_seal.day desc, sequence desc limit 1`,
  );

export const lastClosedDay = (tx: Tx): Promise<Head | null> =>
  tx.maybe(
    head,
    `select to_char(day, 'YYYY-MM-DD') as day, links, head from platform.audit_day order by audit_day.day desc limit 1`,
  );

export const keepHead = (tx: Tx, { day, links, head: digest }: Head, mac: Buffer): Promise<number> =>
  tx.run(`insert into platform.audit_day (day, links, head, mac) values ($1, $2, $3, $4)`, [day, links, digest, mac]);

/** Takes up to `limit` committed rows that wait for their seal, in the order of their ids. */
export const takeUnsealed = (tx: Tx, limit: number): Promise<SealedRow[]> =>
  tx.many(
    sealedRow,
    `with taken as (
       delete from platform.audit_unsealed
        where audit_id in (select audit_id from platform.audit_unsealed order by audit_id limit $1) returning audit_id)
     select ${sealedColumns} from taken join platform.audit a on a.id = taken.audit_id order by a.id`,
    [limit],
  );

export interface Link {
  sequence: number;
  auditId: string;
  digest: Buffer;
}

export const addLinks = (tx: Tx, day: string, links: readonly Link[]): Promise<number> =>
  tx.run(
    `insert into platform.audit_seal (day, sequence, audit_id, digest)
     select $1, * from unnest($2::bigint[], $3::uuid[], $4::bytea[])`,
    [day, links.map((link) => link.sequence), links.map((link) => link.auditId), links.map((link) => link.digest)],
  );
