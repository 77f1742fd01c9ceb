import { collectDefaultMetrics, Registry } from 'prom-client';

/** Everything this process counts (S-72). Labels are names of ours, never of persons, and few (under 2,000 series). */
export const metrics = new Registry();

let collecting = false;

/** Memory, event-loop delay and the like; once per process, not in tests. */
export function collectProcessMetrics(): void {
  if (!collecting) collectDefaultMetrics({ register: metrics });
  collecting = true;
}
