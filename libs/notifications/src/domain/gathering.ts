import { addDays, hoursAfter, istDay, startOfIstDay } from '#platform/time';
import { topics, type Topic } from './topics.js';

/** How often gathered news is told. */
export const rhythms = ['day', 'week'] as const;
export type Rhythm = (typeof rhythms)[number];

/** Only quiet topics: what is necessary, or follows from what she did, is told at once. @rule S-14 */
export const mayBeGathered = (topic: Topic): boolean =>
  topics[topic].byDay && topics[topic].necessary === null && topic !== 'digest';

/** When news of now is told with others: at that hour of the Indian clock, of the day or of a Sunday; never at this instant. */
export function gatheredUntil(now: Date, every: Rhythm, hour: number): Date {
  const at = (day: string): Date => hoursAfter(startOfIstDay(day), hour);
  const isItsDay = (day: string): boolean => every === 'day' || new Date(`${day}T00:00:00Z`).getUTCDay() === 0;
  let day = istDay(now);
  while (!isItsDay(day) || at(day) <= now) day = addDays(day, 1);
  return at(day);
}
