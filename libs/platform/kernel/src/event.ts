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

/** A kind of work for a queue. How often it is tried and who looks after it: the one table of `#platform/queue`. */
export interface JobType<P = unknown, N extends string = string> {
  readonly name: N;
  readonly payload: z.ZodType<P>;
  /** Two enqueuings with one key are one job. */
  readonly key: (payload: P) => string;
}

/** Declares a job. */
export const job = <P, const N extends string>(name: N, spec: Pick<JobType<P>, 'payload' | 'key'>): JobType<P, N> => ({
  name,
  ...spec,
});
