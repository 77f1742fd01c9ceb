import type { INestApplicationContext, Type } from '@nestjs/common';
import { databaseConfig, UnitOfWork } from '#platform/database';
import type { JobHandler, Subscription } from './call.js';
import { queueConfig } from './config.js';
import { Handlers } from './handlers.js';
import { JobHost } from './job-host.js';
import { Relay } from './relay.js';
import { postgresStore, redisStore, type QueueStore } from './store.js';

/** What a worker process does: the tables of `apps/worker/src`. */
export interface WorkTables {
  subscriptions: readonly Subscription[];
  jobs: readonly JobHandler[];
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
  readonly relay: Relay;
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

/** Starts relay and job host over the modules of `app`. A missing use-case or an unreachable store stops the start. */
export async function startWork(
  app: Pick<INestApplicationContext, 'get'>,
  tables: WorkTables,
  settings: WorkSettings = workSettings(),
): Promise<Work> {
  const find = (verb: Type<unknown>): unknown => app.get(verb, { strict: false });
  const handlers = new Handlers(tables.subscriptions, tables.jobs, find);
  const store = settings.redisUrl
    ? redisStore(settings.redisUrl, settings.redisPrefix)
    : postgresStore(settings.databaseUrl, handlers.queues.length);
  await store.prepare(handlers.queues);
  const relay = new Relay(store, handlers, settings);
  const host = new JobHost(store, handlers, app.get(UnitOfWork, { strict: false }), () => relay.nudge(), settings);
  await host.start();
  relay.start();
  return {
    store,
    handlers,
    relay,
    stop: async (grace_ms) => {
      await host.stop(grace_ms);
      await relay.stop();
      await store.close();
    },
  };
}
