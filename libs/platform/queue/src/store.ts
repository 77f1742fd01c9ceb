import type { Job, Processor, Queue, Worker, WorkerOptions } from 'bullmq';
import type { Cluster, Redis } from 'ioredis';
import pg from 'pg';
import { log } from '#platform/observability';
import { connectRedis, readRedisUrl } from './redis-url.js';

/** What travels through the queue store: the job's id is the row in `platform.inbox`, which holds the rest. */
export interface JobData {
  requestId: string;
  /** W3C `traceparent` of the transaction that asked for it, when that was traced. */
  traceParent?: string;
}

export type StoredJob = Job<JobData, void>;
export type WorkerSettings = Pick<
  WorkerOptions,
  'concurrency' | 'lockDuration' | 'stalledInterval' | 'maxStalledCount' | 'runRetryDelay'
>;

/**
 * Where BullMQ keeps its queues: PostgreSQL by default, Redis by setting. The same classes on both. Whoever only declares
 * jobs (the api) does not pay for loading it, so the package is loaded with the first store.
 */
export interface QueueStore {
  readonly kind: 'postgres' | 'redis';
  /** Makes room for these queues; once, before the first job. */
  prepare(names: readonly string[]): Promise<void>;
  queue(name: string): Queue;
  worker(name: string, processor: Processor<JobData, void>, settings: WorkerSettings): Worker;
  /** Closes the connections; queues and workers are closed before by those who opened them. */
  close(): Promise<void>;
}

/** A store that is away says so many times a second; the log hears it every ten. */
const toldEvery_ms = 10_000;
const told = new Map<string, number>();

const trouble = (where: string) => (error: Error) => {
  if (Date.now() - (told.get(where) ?? 0) < toldEvery_ms) return;
  told.set(where, Date.now());
  log.warn({ err: error.message, where }, 'queue store in trouble');
};

/**
 * Queues in the schema `bullmq`. Each worker keeps one connection of the pool to listen on. Commits do not wait for the
 * disk: what a crash of the database takes back is done again, once (S-13), and what it forgets is handed over again (S-12).
 *
 * @param listeners  number of workers this process will open
 */
export async function postgresStore(url: string, listeners: number): Promise<QueueStore> {
  const { createPostgresBackend, Queue, Worker } = await import('bullmq');
  const pool = new pg.Pool({
    connectionString: url,
    max: listeners + 8,
    connectionTimeoutMillis: 5_000,
    // A network that swallows everything: a query gives up, a listener is probed.
    query_timeout: 15_000,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    application_name: 'odop-queue',
    options: '-c search_path=bullmq -c synchronous_commit=off -c statement_timeout=10000 -c lock_timeout=5000',
  });
  pool.setMaxListeners(0);
  pool.on('connect', (client) => client.on('error', () => undefined)); // while lent out; the running query fails too
  pool.on('error', trouble('pool'));
  return {
    kind: 'postgres',
    prepare: async (names) => {
      await pool.query(`select bullmq.odop_prepare_queue(name) from unnest($1::text[]) as name`, [names]);
    },
    queue: (name) => {
      const queue = new Queue(name, { connection: pool }, createPostgresBackend);
      queue.on('error', trouble(name));
      return queue as unknown as Queue; // the class is generic over its backend; everything we call is common
    },
    worker: (name, processor, settings) => {
      const worker = new Worker<JobData, void>(
        name,
        processor,
        { connection: pool, ...settings } as never,
        createPostgresBackend as never,
      );
      worker.on('error', trouble(name));
      return worker;
    },
    close: () => pool.end(),
  };
}

/** Queues in Redis. The producer fails at once when Redis is away (the outbox waits); workers wait for its return. */
export async function redisStore(url: string, prefixed = 'odop'): Promise<QueueStore> {
  const [{ Queue, Worker }, ioredis] = await Promise.all([import('bullmq'), import('ioredis')]);
  const place = readRedisUrl(url);
  // A cluster keeps the keys of one queue together only when they share a hash tag.
  const prefix = place.kind === 'cluster' ? `{${prefixed}}` : prefixed;
  const clients: (Redis | Cluster)[] = [];
  const connect = (blocking: boolean): Redis | Cluster => {
    const client = connectRedis(ioredis, place, {
      maxRetriesPerRequest: blocking ? null : 1,
      enableOfflineQueue: true,
      connectTimeout: 5_000,
      // Silence for longer than any answer takes (a blocking read up to 10 s) means that nobody is there.
      socketTimeout: blocking ? 25_000 : 10_000,
      retryStrategy: (times) => Math.min(times * 100, 2_000),
      connectionName: 'odop-queue',
    });
    client.on('error', trouble('redis'));
    clients.push(client);
    return client;
  };
  let producer: Redis | Cluster | null = null;
  let consumer: Redis | Cluster | null = null;
  return {
    kind: 'redis',
    prepare: async () => undefined,
    queue: (name) => {
      producer ??= connect(false);
      const queue = new Queue(name, { connection: producer, prefix });
      queue.on('error', trouble(name));
      return queue;
    },
    worker: (name, processor, settings) => {
      consumer ??= connect(true);
      const worker = new Worker<JobData, void>(name, processor, { connection: consumer, prefix, ...settings });
      worker.on('error', trouble(name));
      return worker;
    },
    close: async () => {
      for (const client of clients) client.disconnect();
    },
  };
}
