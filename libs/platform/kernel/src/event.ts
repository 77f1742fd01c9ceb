import type { z } from 'zod';

/** A kind of news: past tense, prefixed by its module (`orders.placed`). Thin by rule: ids, states, amounts, no personal data. */
export interface EventType<P = unknown> {
  readonly name: string;
  readonly schema: z.ZodType<P>;
}

const declared = new Set<string>();

/** Every kind of news this build knows. The relay leaves the others in the outbox, for a worker of a newer build. */
export const knownEvents: ReadonlySet<string> = declared;

/** Declares a kind of news. */
export function event<P>(name: string, schema: z.ZodType<P>): EventType<P> {
  declared.add(name);
  return { name, schema };
}

/** One piece of news as it travels: `id` is the key under which its effects happen once. */
export interface EventOf<P> {
  id: string;
  name: string;
  at: Date;
  payload: P;
}

/** A kind of work for a queue. The module before the first dot owns the queue. */
export interface JobType<P = unknown> {
  readonly name: string;
  readonly payload: z.ZodType<P>;
  /** Two enqueuings with one key are one job. */
  readonly key: (payload: P) => string;
  readonly attempts: number;
  readonly backoff_ms: number;
  /** Which of its module's queues: work that takes long has one of its own, so that nothing waits behind it. */
  readonly queue: string;
}

/** Declares a job. Defaults: 8 attempts, first retry after 1 s, doubling, in the queue `jobs`. */
export const job = <P>(
  name: string,
  spec: Pick<JobType<P>, 'payload' | 'key'> & Partial<Pick<JobType<P>, 'attempts' | 'backoff_ms' | 'queue'>>,
): JobType<P> => ({ name, attempts: 8, backoff_ms: 1_000, queue: 'jobs', ...spec });
