import { NestFactory } from '@nestjs/core';
import { checkConfig } from '#platform/config';
import { log, NestLog } from '#platform/observability';
import { startWork } from '#platform/queue';
import { jobs } from './jobs.js';
import { subscriptions } from './subscriptions.js';
import { WorkerModule } from './worker.module.js';

/** Running jobs get so long to finish after SIGTERM (S-17). */
const grace_ms = 25_000;

/** Starts the worker and stops it on SIGTERM, SIGINT or when its launcher is gone. */
export async function startWorker(): Promise<void> {
  checkConfig();
  const app = await NestFactory.createApplicationContext(WorkerModule, { logger: new NestLog(), abortOnError: false });
  const work = await startWork(app, { subscriptions, jobs });
  log.info({ queues: work.handlers.queues, store: work.store.kind }, 'worker started');

  let stopping = false;
  const stop = async (why: string): Promise<void> => {
    if (stopping) return;
    stopping = true;
    log.info({ why }, 'worker stops');
    await work.stop(grace_ms);
    await app.close();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop(signal));
  process.on('disconnect', () => void stop('the launcher is gone'));
}
