import type { Tx } from '#platform/database';

/** From so many new rows on the planner is told of them at once, and not when autovacuum comes by. */
export const rows_worth_telling = 500;

/** Tells PostgreSQL's planner how much there is of everything: without it a page of the list reads and sorts all of it. */
export async function gatherStatistics(tx: Tx): Promise<void> {
  await tx.run('select odop.gather_statistics()');
}
