import type { Queue } from 'bullmq';
import pg from 'pg';
import { inboxState, outboxState } from './data/backlog.js';
import type { Handlers } from './handlers.js';
import { queueMetrics } from './metrics.js';
import { owners, termsOf, type Owner } from './work-table.js';

/** Reads the state of outbox, inbox and queue store into the gauges, at each scrape. Alerts are in docs/runbooks. */
export class QueueWatch {
  private readonly pool: pg.Pool;

  constructor(
    databaseUrl: string,
    private readonly handlers: Handlers,
    private readonly queues: readonly Queue[],
  ) {
    this.pool = new pg.Pool({
      connectionString: databaseUrl,
      max: 1,
      connectionTimeoutMillis: 3_000,
      query_timeout: 5_000,
      application_name: 'odop-queue-watch',
      options: '-c statement_timeout=3000',
    });
    this.pool.on('error', () => undefined); // told where it is used
  }

  /** Why no work gets done, or null. */
  async trouble(): Promise<string | null> {
    try {
      await this.pool.query('select 1');
    } catch {
      return 'the database does not answer';
    }
    return null;
  }

  async read(): Promise<void> {
    await Promise.all([this.readPostgres(), this.readStore()]);
  }

  close(): Promise<void> {
    return this.pool.end();
  }

  private async readPostgres(): Promise<void> {
    const outbox = await outboxState(this.pool);
    queueMetrics.outboxRows.set(outbox.rows);
    queueMetrics.outboxAge.set(outbox.age_seconds);
    const dead = new Map<Owner, number>(owners.map((owner) => [owner, 0]));
    const sums = new Map(this.handlers.queues.map((queue) => [queue, { waiting: 0, failing: 0, dead: 0, age: 0 }]));
    for (const row of await inboxState(this.pool)) {
      const { owner } = termsOf(row.handler);
      dead.set(owner, dead.get(owner)! + row.dead);
      const sum = sums.get(this.handlers.byName(row.handler)?.terms.queue ?? '');
      if (!sum) continue;
      sum.waiting += row.waiting;
      sum.failing += row.failing;
      sum.dead += row.dead;
      sum.age = Math.max(sum.age, row.age_seconds ?? 0);
    }
    for (const [owner, rows] of dead) queueMetrics.dead.set({ owner }, rows);
    for (const [queue, { age, ...states }] of sums) {
      queueMetrics.inboxAge.set({ queue }, age);
      for (const [state, rows] of Object.entries(states)) queueMetrics.inboxRows.set({ queue, state }, rows);
    }
  }

  private async readStore(): Promise<void> {
    for (const queue of this.queues) {
      const counts = await queue.getJobCounts('waiting', 'active', 'delayed');
      for (const [state, jobs] of Object.entries(counts)) queueMetrics.depth.set({ queue: queue.name, state }, jobs);
    }
  }
}
