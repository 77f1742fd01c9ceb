import type { INestApplicationContext, Type } from '@nestjs/common';
import type { Queue } from 'bullmq';
import { databaseConfig, UnitOfWork } from '#platform/database';
import type { JobHandler, Subscription } from './call.js';
import { queueConfig } from './config.js';
import { Handlers } from './handlers.js';
import { JobHost } from './job-host.js';
import { Relay } from './relay.js';
import type { Schedule } from './schedule.js';
import { Scheduler } from './scheduler.js';
import { postgresStore, redisStore, type QueueStore } from './store.js';
import { QueueWatch } from './queue-watch.js';

/** What a worker process does: the tables of `apps/worker/src`. */
export interface WorkTables {
  subscriptions: readonly Subscription[];
  jobs: readonly JobHandler[];
  schedules: readonly Schedule[];
}

export interface WorkSettings {
  databaseUrl: string;
  redisUrl: string | undefined;
  /** Beginning of every key in Redis. */
  redisPrefix: string;
  /** Jobs at once per queue. */
  concurrency: number;
  /** Reactions at once in this process: each holds a database connection. */
  transactions: number;
  lock_ms: number;
  rehand_ms: number;
  poll_ms: number;
}

export interface Work {
  readonly store: QueueStore;
  readonly handlers: Handlers;
  readonly queues: readonly Queue[];
  readonly watch: QueueWatch;
  /** Lets running jobs finish for `grace_ms`, then leaves them to other workers. */
  stop(grace_ms: number): Promise<void>;
}

/** As the environment says. @throws ConfigFaults */
export function workSettings(): WorkSettings {
  const { REDIS_URL, QUEUE_CONCURRENCY, QUEUE_LOCK_SECONDS, QUEUE_REHAND_SECONDS } = queueConfig();
  const { DATABASE_URL, DATABASE_POOL_MAX } = databaseConfig();
  return {
    databaseUrl: DATABASE_URL,
    redisUrl: REDIS_URL,
    redisPrefix: 'odop',
    concurrency: QUEUE_CONCURRENCY,
    transactions: Math.max(1, DATABASE_POOL_MAX - 2),
    lock_ms: QUEUE_LOCK_SECONDS * 1_000,
    rehand_ms: QUEUE_REHAND_SECONDS * 1_000,
    poll_ms: 75,
  };
}

/**
 * Starts relay, job host and scheduler over the modules of `app`. A missing use-case stops the start; a
 * store that cannot be reached delays or stops it.
 */
export async function startWork(
  app: Pick<INestApplicationContext, 'get'>,
  tables: WorkTables,
  settings: WorkSettings = workSettings(),
  store?: QueueStore,
): Promise<Work> {
  const find = (verb: Type<unknown>): unknown => app.get(verb, { strict: false });
  const work = app.get(UnitOfWork, { strict: false });
  const handlers = new Handlers(tables.subscriptions, tables.jobs, find);
  const held = store ?? (await openStore(settings, handlers.queues.length));
  await held.prepare(handlers.queues);
  const relay = new Relay(held, handlers, settings);
  const nudge = (): void => relay.nudge();
  const host = new JobHost(held, handlers, work, nudge, settings);
  const scheduler = new Scheduler(work, settings.databaseUrl, tables.schedules, find, nudge);
  const queues = [...relay.queues.values()];
  const watch = new QueueWatch(settings.databaseUrl, handlers, queues);
  await host.start();
  relay.start();
  scheduler.start();
  return {
    store: held,
    handlers,
    queues,
    watch,
    stop: async (grace_ms) => {
      await Promise.all([scheduler.stop(), host.stop(grace_ms)]);
      await relay.stop();
      await Promise.all([watch.close(), held.close()]);
    },
  };
}

const openStore = (settings: WorkSettings, listeners: number): Promise<QueueStore> =>
  settings.redisUrl
    ? redisStore(settings.redisUrl, settings.redisPrefix)
    : postgresStore(settings.databaseUrl, listeners);
