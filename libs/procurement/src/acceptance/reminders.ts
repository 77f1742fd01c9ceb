import type { AlertLadder } from '#policy';
import { addDays, istDay, startOfIstDay } from '#platform/time';

export interface Reminder {
  /** Days since the wait began: 1 on the day after. */
  day: number;
  /** Who is reminded; empty between two rungs. */
  warns: readonly string[];
  /** The last rung has passed. */
  isOver: boolean;
  /** When the next rung begins; null after the last. */
  next_at: Date | null;
}

/** The day on which a wait is first looked at: the day after it began. */
export const firstLook = (since: Date): Date => startOfIstDay(addDays(istDay(since), 1));

/**
 * Where a wait for an office stands on the ladder of reminders; who stood on the last rung hears once more when it has passed.
 * @rule
 */
export function reminderOn(ladder: AlertLadder, since: Date, now: Date): Reminder {
  const day = (Date.parse(istDay(now)) - Date.parse(istDay(since))) / 86_400_000;
  const last = ladder.at(-1);
  if (last === undefined || day > last.to_day) return { day, warns: last?.warns ?? [], isOver: true, next_at: null };
  const warns = ladder.find(({ from_day, to_day }) => from_day <= day && day <= to_day)?.warns ?? [];
  const next_day = ladder.find(({ from_day }) => from_day > day)?.from_day ?? last.to_day + 1;
  return { day, warns, isOver: false, next_at: startOfIstDay(addDays(istDay(since), next_day)) };
}
