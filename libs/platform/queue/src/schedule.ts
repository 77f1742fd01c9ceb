import type { Tx } from '#platform/database';
import type { Call } from './call.js';
import type { Slots } from './slots.js';

/** Something that happens at set times of the business clock. */
export interface Clock {
  readonly kind: 'clock';
  readonly name: string;
  readonly slots: Slots;
  readonly does: Call<[slot: Date]>;
}

/** Something that happens to each row whose deadline has passed. */
export interface Sweep {
  readonly kind: 'sweep';
  readonly name: string;
  readonly due: Call<[tx: Tx, limit: number], Promise<string[]>>;
  readonly act: Call<[id: string]>;
  /** Real time between two looks. */
  readonly every_ms: number;
}

export type Schedule = Clock | Sweep;

/**
 * A row of the schedules table: one use-case at set times, once per stroke over all workers; strokes missed while none
 * ran are caught up by one run (S-16). It runs in the transaction that marks the stroke as done: let long work be a job.
 * @example clock('payments.reconcile-day', dailyAt('02:30'), call(StartReconciliation, (verb, slot) => verb.run(slot)))
 */
export const clock = (name: string, slots: Slots, does: Call<[slot: Date]>): Clock => ({
  kind: 'clock',
  name,
  slots,
  does,
});

/**
 * A row of the schedules table: deadlines are rows, so that a jump of the clock or an outage only delays them.
 *
 * @param rows.due  ids whose deadline has passed by `platform.now()`, oldest first, at most `limit`
 * @param rows.act  the use-case for one id, in a transaction of its own: it locks the row and looks again, as another
 *                  worker or a person may have been faster. One that fails is tried again later and holds up no other.
 * @example sweep('orders.lapse-unpaid', {
 *   due: call(DueOrdersQuery, (query, tx, limit) => query.unpaid(tx, limit)),
 *   act: call(LapseUnpaid, (lapseUnpaid, id) => lapseUnpaid.run(id)),
 * })
 */
export const sweep = (
  name: string,
  rows: { due: Call<[tx: Tx, limit: number], Promise<string[]>>; act: Call<[id: string]>; every_ms?: number },
): Sweep => ({ kind: 'sweep', name, every_ms: 1_000, ...rows });
