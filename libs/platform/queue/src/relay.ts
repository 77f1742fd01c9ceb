import type { Queue } from 'bullmq';
import pg from 'pg';
import { knownEvents } from '#platform/kernel';
import { log } from '#platform/observability';
import { handBack, openMail, outboxWaits, takeOverdue, unknownKinds, type Handed, type Known } from './data/mail.js';
import type { Handlers } from './handlers.js';
import { queueMetrics } from './metrics.js';
import { Naps } from './naps.js';
import type { JobData, QueueStore } from './store.js';

export interface RelaySettings {
  databaseUrl: string;
  /** Looks into the outbox so often when nothing nudges it. */
  poll_ms: number;
  /** Hands a row over again when it is still not done after so long. */
  rehand_ms: number;
}

/** Rows per transaction; also how many rows are handed again per look, so that a long backlog is not handed over and over. */
const batch = 500;
/** What is committed within so short a time is carried together: each look costs round trips, and every commit nudges. */
const gather_ms = 5;
const overdueEvery_ms = 500;
const afterFault_ms = 1_000;
const unknownEvery_ms = 60_000;

/**
 * Carries what business transactions left in the outbox to the queue store (S-12). PostgreSQL remembers every row until
 * its handler has deleted it, so the store may forget: whatever is not done in time is handed over again.
 * Any number of relays may run.
 */
export class Relay {
  private readonly pool: pg.Pool;
  readonly queues = new Map<string, Queue>();
  private readonly naps = new Naps();
  private running: Promise<void> | null = null;
  private storeTakes = true;
  private looked = { overdue: 0, unknown: Date.now() };

  constructor(
    private readonly store: QueueStore,
    private readonly handlers: Handlers,
    private readonly settings: RelaySettings,
  ) {
    this.pool = new pg.Pool({
      connectionString: settings.databaseUrl,
      max: 2,
      connectionTimeoutMillis: 5_000,
      query_timeout: 15_000,
      application_name: 'odop-relay',
      // A move lost in a crash is made again; everything that builds on it is later in the log, so it is lost too or neither.
      options: '-c synchronous_commit=off -c statement_timeout=10000 -c lock_timeout=2000',
    });
    // While a client is lent out the pool does not listen for its end; the query that runs fails and is enough.
    this.pool.on('connect', (client) => client.on('error', () => undefined));
    this.pool.on('error', (error) => log.warn({ err: error.message }, 'relay lost a connection'));
    for (const name of handlers.queues) this.queues.set(name, store.queue(name));
  }

  start(): void {
    this.running ??= this.loop();
  }

  /** Something was just committed in this process: look now. */
  nudge(): void {
    this.naps.wake();
  }

  async stop(): Promise<void> {
    this.naps.end();
    await this.running;
    await Promise.all([...this.queues.values()].map((queue) => queue.close().catch(() => undefined)));
    await this.pool.end();
  }

  private get known(): Known {
    return { events: [...knownEvents], jobs: this.handlers.jobs };
  }

  private async loop(): Promise<void> {
    while (!this.naps.ended) {
      try {
        const taken = this.storeTakes ? await this.carry() : 0;
        await this.carryOverdue();
        await this.tellUnknown();
        if (taken < batch) {
          await this.naps.rest(gather_ms);
          await this.naps.sleep(this.settings.poll_ms);
        }
      } catch (error) {
        queueMetrics.relayFaults.inc();
        log.warn({ err: (error as Error).message }, 'relay failed and goes on');
        await this.naps.sleep(afterFault_ms);
      }
    }
  }

  /** Outbox → inbox → queue store. @returns rows taken from the outbox */
  private async carry(): Promise<number> {
    if (!(await outboxWaits(this.pool, this.known))) return 0;
    const client = await this.pool.connect();
    let mail: Awaited<ReturnType<typeof openMail>>;
    try {
      mail = await openMail(client, this.handlers, this.known, batch, this.settings.rehand_ms);
      client.release();
    } catch (error) {
      client.release(true);
      throw error;
    }
    await this.hand(mail.handed, 'no');
    return mail.taken;
  }

  private async carryOverdue(): Promise<void> {
    if (Date.now() - this.looked.overdue < (this.storeTakes ? overdueEvery_ms : afterFault_ms)) return;
    this.looked.overdue = Date.now();
    const rows = await takeOverdue(this.pool, this.handlers, batch, this.settings.rehand_ms);
    await this.hand(rows, 'yes');
    this.storeTakes = true;
  }

  /** The store takes a job whose id it already has as the same job. */
  private async hand(rows: readonly Handed[], again: 'yes' | 'no'): Promise<void> {
    const byQueue = new Map<string, Handed[]>();
    for (const row of rows) {
      const { queue } = this.handlers.byName(row.handler)!.terms;
      const some = byQueue.get(queue);
      if (some) some.push(row);
      else byQueue.set(queue, [row]);
    }
    try {
      for (const [name, some] of byQueue) await this.queues.get(name)!.addBulk(some.map((row) => this.asJob(row)));
    } catch (error) {
      this.storeTakes = false;
      await handBack(this.pool, rows);
      throw error;
    }
    queueMetrics.handed.inc({ again }, rows.length);
  }

  private asJob(row: Handed) {
    const { attempts, backoff_ms, priority } = this.handlers.byName(row.handler)!.terms;
    return {
      name: row.handler,
      data: { requestId: row.request_id, ...(row.trace_parent && { traceParent: row.trace_parent }) } satisfies JobData,
      opts: {
        jobId: row.id,
        attempts,
        // The store takes what has no number first, then the lowest.
        ...(priority === 'later' && { priority: 1 }),
        backoff: { type: 'exponential', delay: backoff_ms, jitter: 0.5 },
        // Nothing finished stays in the store, so that its id is free when PostgreSQL says it is not done after all.
        removeOnComplete: true,
        removeOnFail: true,
        stackTraceLimit: 0,
      },
    };
  }

  private async tellUnknown(): Promise<void> {
    if (Date.now() - this.looked.unknown < unknownEvery_ms) return;
    this.looked.unknown = Date.now();
    const names = await unknownKinds(this.pool, this.known);
    if (names.length > 0) log.warn({ names }, 'outbox rows wait for a worker of another build');
  }
}
