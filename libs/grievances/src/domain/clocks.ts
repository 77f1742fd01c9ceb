import { complaintStates, isOpen, type ComplaintState } from './complaint.states.js';

/** What happens to a complaint by itself. */
export type Clock = 'remind' | 'escalate' | 'breach' | 'lapse';

/** The moments a complaint was given when it came in or was decided, and which of them were noted already. */
export interface Timed {
  state: ComplaintState;
  acknowledge_by: Date;
  reminded_at: Date | null;
  escalate_by: Date;
  redress_by: Date;
  breached_at: Date | null;
  closes_at: Date | null;
}

/**
 * The clocks of a complaint, the next one first. While the desk owes an answer: not acknowledged in 48 hours, not decided on
 * day 20, not decided in a month of the calendar. When it has answered: it closes by itself.
 * @rule SM-9
 */
export function clocksOf(one: Timed): { clock: Clock; at: Date }[] {
  const clocks: { clock: Clock; at: Date }[] = [];
  if (one.state === 'received' && one.reminded_at === null) clocks.push({ clock: 'remind', at: one.acknowledge_by });
  if (complaintStates.can(one.state, 'escalate')) clocks.push({ clock: 'escalate', at: one.escalate_by });
  if (isOpen(one.state) && one.breached_at === null) clocks.push({ clock: 'breach', at: one.redress_by });
  if (one.state === 'resolved' && one.closes_at !== null) clocks.push({ clock: 'lapse', at: one.closes_at });
  return clocks.sort((a, b) => a.at.getTime() - b.at.getTime());
}

/** When something happens next by itself; null when nothing does. */
export const nextClock = (one: Timed): Date | null => clocksOf(one)[0]?.at ?? null;

/** Whether a complaint lies with the nodal person: from day 20 on, also in the seconds before the clock has come round. @rule SM-9 */
export const isAbove = (one: Timed, now: Date): boolean =>
  one.state === 'escalated' || (complaintStates.can(one.state, 'escalate') && one.escalate_by <= now);
