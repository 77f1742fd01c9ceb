import type { Cause } from '#platform/kernel';

/** Services tell news of a cause without knowing its journey; each journey takes up its own kind. */
export async function ifCause(cause: Cause, kind: Cause['kind'], act: (id: string) => Promise<void>): Promise<void> {
  if (cause.kind === kind) await act(cause.id);
}
