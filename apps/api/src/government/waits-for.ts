import type { Machine } from '#platform/kernel';

/** Whose move it is in a state, in words; null when nothing more happens. */
export function waitsFor<S extends string>(machine: Machine<S, string>, state: S): string | null {
  const row = machine.table[state];
  return row === 'final' ? null : row.waitsFor;
}
