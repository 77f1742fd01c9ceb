import type { Worker } from 'bullmq';
import { ZodError } from 'zod';
import { UnitOfWork } from '#platform/database';
import type { EventOf } from '#platform/kernel';
import { log, runAsSystem, traced } from '#platform/observability';
import { claimRow, readRow, rowDone, rowFailed, type InboxRow } from './data/inbox.js';
import type { Handler, Handlers } from './handlers.js';
import { queueMetrics } from './metrics.js';
import { Seats } from './seats.js';
import type { QueueStore, StoredJob } from './store.js';
import { atOnce } from './work-table.js';

export interface HostSettings {
  /** Jobs at once per queue. */
  concurrency: number;
  /** A job whose worker gave no sign of life for so long is given to another. */
  lock_ms: number;
  /** Reactions at once in this process, over all queues: each holds a database connection. */
  transactions: number;
}

/** Killed workers in a row that one job may outlive before it counts as their cause. */
const maxStalledCount = 5;

/** Runs what the relay handed over: one BullMQ worker per queue. */
export class JobHost {
  private readonly workers: Worker[] = [];
  private readonly seats: Seats;
  private readonly notes = new Set<Promise<void>>();

  constructor(
    private readonly store: QueueStore,
    private readonly handlers: Handlers,
    private readonly work: UnitOfWork,
    private readonly nudge: () => void,
    private readonly settings: HostSettings,
  ) {
    this.seats = new Seats(settings.transactions);
  }

  async start(): Promise<void> {
    for (const name of this.handlers.queues) {
      const worker = this.store.worker(name, (job) => this.run(job), {
        concurrency: Math.min(this.settings.concurrency, atOnce[name] ?? Infinity),
        lockDuration: this.settings.lock_ms,
        stalledInterval: Math.max(1_000, this.settings.lock_ms / 4),
        maxStalledCount,
        runRetryDelay: 2_000,
      });
      worker.on('failed', (job, error) => {
        if (job) this.note(job as StoredJob, error);
      });
      worker.on('stalled', () => queueMetrics.stalled.inc({ queue: name }));
      this.workers.push(worker);
    }
    await Promise.all(this.workers.map((worker) => worker.waitUntilReady()));
  }

  /** Takes no more jobs and lets the running ones finish; what is still running after `grace_ms` is left to others (S-17). */
  async stop(grace_ms: number): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<'late'>((resolve) => (timer = setTimeout(resolve, grace_ms, 'late')));
    const closed = Promise.all(this.workers.map((worker) => worker.close()));
    if ((await Promise.race([closed, late])) === 'late') {
      log.warn('some jobs did not finish in time; another worker takes them up');
      await Promise.all(this.workers.map((worker) => worker.close(true).catch(() => undefined)));
    }
    clearTimeout(timer);
    await Promise.all(this.notes);
  }

  private async run(job: StoredJob): Promise<void> {
    const handler = this.handlers.byName(job.name);
    if (!handler) throw new Error(`no handler ${job.name} in this build`);
    const measured = queueMetrics.seconds.startTimer({ queue: handler.terms.queue });
    try {
      const attributes = { 'odop.request_id': job.data.requestId, 'odop.attempt': job.attemptsMade + 1 };
      const done = (): Promise<void> =>
        handler.kind === 'reaction'
          ? this.seats.with(() => this.react(handler, job.id!))
          : this.perform(handler, job.id!);
      await runAsSystem(handler.name, job.data.requestId, () =>
        traced('job', handler.name, attributes, done, job.data.traceParent),
      );
    } catch (error) {
      // A payload that does not fit its schema will not fit the next time either.
      if (error instanceof ZodError) throw new (await import('bullmq')).UnrecoverableError(describe(error));
      throw error;
    } finally {
      measured();
    }
    queueMetrics.jobs.inc({ queue: handler.terms.queue, outcome: 'done' });
    this.nudge();
  }

  private react(handler: Handler, id: string): Promise<void> {
    return this.work.run(async (tx) => {
      const row = await claimRow(tx, id);
      if (row) await handler.run(asNews(row));
    });
  }

  private async perform(handler: Handler, id: string): Promise<void> {
    const row = await this.work.run((tx) => readRow(tx, id));
    if (!row) return;
    await handler.run(asNews(row));
    await this.work.run((tx) => rowDone(tx, id));
  }

  /** Keeps the reason beside the work; after the last attempt the row is dead until an operator replays it (S-14). */
  private note(job: StoredJob, error: Error): void {
    const dead = job.finishedOn !== undefined;
    queueMetrics.jobs.inc({ queue: job.queueName, outcome: dead ? 'dead' : 'retried' });
    log[dead ? 'error' : 'warn'](
      { job: job.name, id: job.id, attempt: job.attemptsMade, err: describe(error) },
      dead ? 'job is dead' : 'job failed',
    );
    const noted = runAsSystem(job.name, job.data.requestId, () =>
      this.work.run((tx) => rowFailed(tx, job.id!, describe(error), dead)),
    ).then(
      () => undefined,
      // Not noted: the row is handed over again in a while and tried from the start.
      (fault: unknown) => log.warn({ err: describe(fault), id: job.id }, 'a failure could not be noted'),
    );
    this.notes.add(noted);
    void noted.finally(() => this.notes.delete(noted));
  }
}

const asNews = (row: InboxRow): EventOf<unknown> => ({
  id: row.event_id,
  name: row.name,
  at: row.at,
  payload: row.payload,
});

const describe = (error: unknown): string =>
  (error instanceof Error ? `${error.name}: ${error.message}` : String(error)).slice(0, 500);
