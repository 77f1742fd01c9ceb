import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { z } from 'zod';
import { ReadClient } from '#platform/database';
import { assert, final, type Machine } from '#platform/kernel';
import { log } from '#platform/observability';
import { istDay } from '#platform/time';
import type { ParameterRow } from '../domain/parameter.js';
import type { ClockKey, ParameterKey, ParameterValue } from '../domain/registry.js';
import {
  findParameter,
  holdsOn,
  parameterAt,
  policyBook,
  type InForce,
  type PolicyBook,
} from '../domain/resolve-parameter.js';
import type { Audience } from '../domain/scope.js';
import { takeSnapshot, type Snapshot } from '../domain/snapshot.js';
import { termEnd } from '../domain/term-end.js';
import { parameterColumns, storedParameter, understood } from './parameters.repository.js';

/** How often a process looks whether the register has grown. Values begin on later days, so seconds are soon enough. */
const LOOK_MS = 2_000;

/**
 * Answers what rule held for whom on which day. All rows are in memory, read once; asking costs no round trip. Rows are only
 * ever added, so their number tells whether there is something new.
 * @rule
 */
@Injectable()
export class PolicyQuery implements OnModuleInit, OnModuleDestroy {
  private rows: readonly ParameterRow[] | null = null;
  private book: PolicyBook = new Map();
  private version = -1;
  private looking: Promise<void> = Promise.resolve();
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly reads: ReadClient) {}

  async onModuleInit(): Promise<void> {
    await this.refresh();
    this.timer = setInterval(() => void this.refresh(), LOOK_MS).unref();
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    await this.looking;
  }

  /**
   * The value that held on the day of `at`.
   * @param at  reference date: order time, publication of a bid, contract date, invoice date (R-0.3 says which)
   * @throws parameter_not_in_force when the key had no value then
   */
  at<K extends ParameterKey>(key: K, at: Date, audience: Audience = {}): ParameterValue<K> {
    return this.rowAt(key, at, audience).value;
  }

  /** The value that held on the day of `at`, or undefined for a rule that did not exist then. */
  maybe<K extends ParameterKey>(key: K, at: Date, audience: Audience = {}): ParameterValue<K> | undefined {
    return findParameter(this.known(), key, at, audience)?.value;
  }

  /** The whole row that held on the day of `at`. @throws parameter_not_in_force */
  rowAt<K extends ParameterKey>(key: K, at: Date, audience: Audience = {}): InForce<K> {
    return parameterAt(this.known(), key, at, audience);
  }

  /** Values to be frozen into a document. @throws parameter_not_in_force @rule */
  snapshot(keys: readonly ParameterKey[], at: Date, audience: Audience = {}): Snapshot {
    return takeSnapshot(this.known(), keys, at, audience);
  }

  /** When a term that begins at `from` is over, by the value of that day. @throws parameter_not_in_force @rule */
  deadline(key: ClockKey, from: Date, audience: Audience = {}): Date {
    const { value, unit } = this.rowAt(key, from, audience);
    return termEnd(from, value, unit);
  }

  /** When a state entered at `from` lapses by itself, by the value of that day; null when no clock ends it. */
  lapseOf<S extends string>(machine: Pick<Machine<S, never>, 'table'>, state: S, from: Date): Date | null {
    const row = machine.table[state];
    return row === final || row.lapses === undefined ? null : this.deadline(row.lapses[0] as ClockKey, from);
  }

  /** The legal day it is now, by the database's business clock. */
  async today(): Promise<string> {
    const rows = await this.reads.many(z.object({ now: z.date() }), `select platform.now() as now`);
    return istDay(rows[0]!.now);
  }

  /** Every row that held on a legal day, of all scopes, by key and scope. */
  inForce(day: string): ParameterRow[] {
    this.known();
    return this.rows!.filter((row) => holdsOn(row, day));
  }

  /** Every row of a key, past, present and to come, by scope and day. */
  history(key: ParameterKey): ParameterRow[] {
    return [...(this.known().get(key)?.values() ?? [])].flat();
  }

  /** Looks for news now, one look at a time. A database that does not answer leaves what is known in place. */
  refresh(): Promise<void> {
    this.looking = this.looking.then(() =>
      this.look().catch((error: unknown) => log.warn({ err: error }, 'the policy register could not be read')),
    );
    return this.looking;
  }

  private async look(): Promise<void> {
    const [seen] = await this.reads.many(
      z.object({ rows: z.number() }),
      `select count(*)::int as rows from policy.parameter`,
    );
    if (seen!.rows === this.version) return;
    const stored = await this.reads.many(
      storedParameter,
      `select ${parameterColumns} from policy.parameter order by key, scope, effective_from`,
    );
    this.rows = understood(stored);
    this.book = policyBook(this.rows);
    this.version = stored.length;
  }

  private known(): PolicyBook {
    assert(this.rows !== null, 'the policy register has been read');
    return this.book;
  }
}
