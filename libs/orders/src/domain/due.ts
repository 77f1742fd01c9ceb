import { final } from '#platform/kernel';
import type { ClockKey, PolicyQuery } from '#policy';
import { orderStates, type OrderState } from './order.states.js';

/** When a state entered at `from` lapses by itself, by the policy of that day; null when nobody waits for a clock. */
export function dueAt(policy: Pick<PolicyQuery, 'deadline'>, state: OrderState, from: Date): Date | null {
  const row = orderStates.table[state];
  if (row === final || row.lapses === undefined) return null;
  return policy.deadline(row.lapses[0] as ClockKey, from);
}
