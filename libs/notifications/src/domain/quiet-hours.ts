import { addDays, hoursAfter, istDay, startOfIstDay } from '#platform/time';

/**
 * When the night that an instant lies in is over; null by day. Hours of the Indian clock; the night goes over midnight.
 * @example from 21 to 9: 22:15 waits until 9:00 of the next day, 6:00 until 9:00 of the same
 * @rule S-14
 */
export function morningAfter(at: Date, night: { from: number; to: number }): Date | null {
  const today = istDay(at);
  const morning = hoursAfter(startOfIstDay(today), night.to);
  if (at < morning) return morning;
  if (at < hoursAfter(startOfIstDay(today), night.from)) return null;
  return hoursAfter(startOfIstDay(addDays(today, 1)), night.to);
}
