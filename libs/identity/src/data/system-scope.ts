import { z } from 'zod';
import type { Tx } from '#platform/database';
import { systemActor } from '#platform/kernel';
import { currentContext, runInContext } from '#platform/observability';

/** Runs as the system but under the request's own id, address and name: for those who have not signed in yet. */
export function asSystem<T>(work: () => Promise<T>): Promise<T> {
  const context = currentContext();
  return runInContext({ ...context, actor: systemActor(context.operation) }, work);
}

/**
 * Lifts the second wall (S-43) for a few statements of the caller's transaction, once its own checks have been made:
 * an administrator's or a primary user's work on people of others. The actor of the audit trail stays the same.
 */
export async function seeingAll<T>(tx: Tx, work: () => Promise<T>): Promise<T> {
  const scope = z.object({ scope: z.string().nullable() });
  const before = await tx.maybe(scope, `select current_setting('odop.scope', true) as scope`);
  await tx.run(`select set_config('odop.scope', 'system', true)`);
  try {
    return await work();
  } finally {
    // A failed transaction takes no more statements, and needs none: it is rolled back with its setting.
    await tx.run(`select set_config('odop.scope', $1, true)`, [before?.scope ?? '']).catch(() => undefined);
  }
}
