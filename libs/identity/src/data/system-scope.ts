import { systemActor } from '#platform/kernel';
import { currentContext, runInContext } from '#platform/observability';

/** Runs as the system but under the request's own id, address and name: for those who have not signed in yet. */
export function asSystem<T>(work: () => Promise<T>): Promise<T> {
  const context = currentContext();
  return runInContext({ ...context, actor: systemActor(context.operation) }, work);
}
