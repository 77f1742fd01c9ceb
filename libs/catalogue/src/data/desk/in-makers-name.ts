import { systemActor } from '#platform/kernel';
import { currentContext, runInContext } from '#platform/observability';

/** What a job writes of a sheet is written in the name of who uploaded it, and sees no more than she does. @rule S-42 */
export function inMakersName<T>(of: { seller_id: string; person_id: string }, work: () => Promise<T>): Promise<T> {
  const context = currentContext();
  const actor = {
    ...systemActor(context.operation),
    ...{ kind: 'person' as const, personId: of.person_id, organisationId: of.seller_id },
  };
  return runInContext({ ...context, actor }, work);
}
