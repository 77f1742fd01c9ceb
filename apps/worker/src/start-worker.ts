import { NestFactory } from '@nestjs/core';
import { checkConfig } from '#platform/config';
import { DataSource } from 'typeorm';
import { AuditWatch } from '#platform/audit';
import { OrdersWatch } from '#orders';
import { ReconciliationWatch } from '#payments';
import { ReadClient, watchClock, watchPool } from '#platform/database';
import { atScrape, log, NestLog, openInnerPort, startTracing } from '#platform/observability';
import { startWork } from '#platform/queue';
import { addDashboard } from './dashboard.js';
import { jobs } from './jobs.js';
import { schedules } from './schedules.js';
import { subscriptions } from './subscriptions.js';
import { WorkerModule } from './worker.module.js';

/** Running jobs get so long to finish after SIGTERM (S-17). */
const grace_ms = 22_000;
/** When its launcher was killed, for the database goes too (scripts/lib/orphan-stops.mjs); what is cut is done again later. */
const orphan_ms = 4_000;

/** Starts the worker and stops it on SIGTERM, SIGINT or when its launcher is gone. @throws ConfigFaults */
export async function startWorker(): Promise<void> {
  checkConfig();
  const stopTracing = await startTracing('odop-worker');
  const app = await NestFactory.createApplicationContext(WorkerModule, { logger: new NestLog(), abortOnError: false });
  const work = await startWork(app, { subscriptions, jobs, schedules });
  let stopping = false;
  const notReady = async (): Promise<string | null> => (stopping ? 'it is stopping' : work.watch.trouble());
  watchPool(app.get(DataSource));
  watchClock(app.get(ReadClient));
  atScrape('queues', () => work.watch.read());
  atScrape('audit', () => app.get(AuditWatch, { strict: false }).read());
  atScrape('reconciliation', () => app.get(ReconciliationWatch, { strict: false }).read());
  atScrape('orders', () => app.get(OrdersWatch, { strict: false }).read());
  const inner = await openInnerPort(2, notReady, (server) => addDashboard(server, work.queues));
  log.info({ queues: work.handlers.queues, store: work.store.kind, inner: inner.address }, 'worker started');

  const stop = async (why: string): Promise<void> => {
    if (stopping) return;
    stopping = true;
    log.info({ why }, 'worker stops');
    setTimeout(() => process.exit(1), grace_ms + 3_000).unref();
    await work.stop(grace_ms);
    await Promise.all([app.close(), inner.close()]);
    await stopTracing();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop(signal));
  process.on('disconnect', () => {
    setTimeout(() => process.exit(1), orphan_ms).unref();
    void stop('the launcher is gone');
  });
}
