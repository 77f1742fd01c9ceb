import { fail } from './procurement.errors.js';

/**
 * A step that happens by itself at an instant is nobody's any more from that instant on, whether or not the clock's job
 * has come by already: "120 hours" are not 120 hours and a while.
 * @throws time_is_over
 * @rule   
 */
export function assertInTime(dueAt: Date | null, now: Date): void {
  if (dueAt !== null && dueAt <= now) throw fail('time_is_over', { ended_at: dueAt.toISOString() });
}
