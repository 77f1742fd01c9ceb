import type { Type } from '@nestjs/common';
import type { EventOf, EventType, JobType } from '#platform/kernel';
import { jobTable, type JobName, type WorkTerms } from './work-table.js';

/** One call of a use-case, with the use-case still to be found: tables of these can be read without Nest. */
export interface Call<A extends unknown[], R = unknown> {
  readonly verb: Type<unknown>;
  act(verb: unknown, ...given: A): R;
}

/**
 * Says which use-case is called, and how.
 * @example call(MarkPlaced, (markPlaced, e) => markPlaced.run(e.cause.id))
 */
export function call<V, A extends unknown[], R>(verb: Type<V>, act: (verb: V, ...given: A) => R): Call<A, R> {
  return { verb, act: (found, ...given) => act(found as V, ...given) };
}

/** News and what follows from it. */
export interface Subscription {
  readonly event: EventType;
  /** What happens, in words → the use-case. The words are the reaction's name: changing them while work waits strands it. */
  readonly reactions: Readonly<Record<string, Call<[payload: never, news: EventOf<never>]>>>;
}

/**
 * A row of the subscription table. Each reaction runs in one transaction, once per piece of news, in any order; it is
 * tried again when it fails, so it must not touch the outside world: let it `enqueue` a job instead.
 */
export const when = <P>(
  event: EventType<P>,
  reactions: Record<string, Call<[payload: P, news: EventOf<P>]>>,
): Subscription => ({ event: event as EventType, reactions: reactions as Subscription['reactions'] });

/** A job and who does it. */
export interface JobHandler {
  readonly job: JobType;
  readonly does: Call<[payload: never, news: EventOf<never>]>;
  readonly terms: WorkTerms;
}

/**
 * A row of a handlers table. No transaction is open while it runs: claim in a short one, call outside with `news.id` or
 * the claimed row's id as the provider's idempotency key, settle in another. It may run twice. Its terms are its row of
 * the one table of work; a job without a row does not compile.
 */
export function handle<P>(job: JobType<P, JobName>, does: Call<[payload: P, news: EventOf<P>]>): JobHandler;
/** @param terms  of a job that is no part of the bazaar: of a test */
export function handle<P>(job: JobType<P>, does: Call<[payload: P, news: EventOf<P>]>, terms: WorkTerms): JobHandler;
export function handle<P>(
  job: JobType<P>,
  does: Call<[payload: P, news: EventOf<P>]>,
  terms: WorkTerms = jobTable[job.name as JobName],
): JobHandler {
  return { job: job as unknown as JobType, does: does as unknown as JobHandler['does'], terms };
}
