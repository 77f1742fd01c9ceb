import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';
import { final, type Machine } from '#platform/kernel';
import type { ClockKey } from '../domain/registry.js';
import { unit_ms } from '../domain/term-end.js';
import { PolicyQuery } from './policy.query.js';

/** Rows of a table that wait in the states of a machine: `state`, `state_since` and `alarmed_at` are columns of it. */
export interface Watched {
  /** With its schema, as SQL names it; never a caller's word. */
  table: string;
  /** The column that tells its rows apart when it is not `id`. */
  key?: string;
  machine: Pick<Machine<string, never>, 'table'>;
}

/** A row that nobody moved in time. */
export interface Overdue {
  id: string;
  state: string;
  since: Date;
  /** Who is to be told. */
  desk: string;
  rule: string;
}

const row = z.object({ id: z.uuid(), state: z.string(), state_since: z.date() });

/** Acts on the `alarms` of every states table alike: each entry of a row into a state is told once. @rule SM-4 SM-6 */
@Injectable()
export class Alarms {
  constructor(private readonly policy: PolicyQuery) {}

  /** Rows past the alarm of their state, the longest first. */
  async due(tx: Tx, watched: Watched, limit: number): Promise<string[]> {
    const states = this.statesOf(watched, tx.now);
    const { table, key = 'id' } = watched;
    const rows = await tx.many(
      row,
      `select t.${key} as id, t.state, t.state_since
         from ${table} t join unnest($1::text[], $2::timestamptz[]) as a(state, before_at) on a.state = t.state
        where t.alarmed_at is null and t.state_since <= a.before_at order by t.state_since limit $3`,
      [states.map((one) => one.state), states.map((one) => one.before), limit],
    );
    // A term in days ends with its last day: some hours later than so many times a day.
    return rows.filter((one) => this.isOver(watched, one, tx.now)).map((one) => one.id);
  }

  /** Takes such a row, that it is told once; null when it moved meanwhile or was told. */
  async take(tx: Tx, watched: Watched, id: string): Promise<Overdue | null> {
    const { table, key = 'id' } = watched;
    const sql = `select ${key} as id, state, state_since from ${table} where ${key} = $1 and alarmed_at is null for update`;
    const found = await tx.maybe(row, sql, [id]);
    const waits = found && watched.machine.table[found.state];
    if (!found || !waits || waits === final || !waits.alarms || !this.isOver(watched, found, tx.now)) return null;
    await tx.run(`update ${table} set alarmed_at = $2 where ${key} = $1`, [id, tx.now]);
    const [, desk, rule] = waits.alarms;
    return { id, state: found.state, since: found.state_since, desk, rule };
  }

  private isOver(watched: Watched, one: z.infer<typeof row>, now: Date): boolean {
    const waits = watched.machine.table[one.state];
    if (!waits || waits === final || !waits.alarms) return false;
    return this.policy.deadline(waits.alarms[0] as ClockKey, one.state_since) <= now;
  }

  /** Each state with an alarm, and since when a row must be in it to be late at all. */
  private statesOf(watched: Watched, now: Date): { state: string; before: Date }[] {
    return Object.entries(watched.machine.table).flatMap(([state, waits]) => {
      if (waits === final || !waits.alarms) return [];
      const { value, unit } = this.policy.rowAt(waits.alarms[0] as ClockKey, now);
      return [{ state, before: new Date(now.getTime() - value * unit_ms[unit]) }];
    });
  }
}
