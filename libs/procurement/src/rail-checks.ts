import { hoursAfter } from '#platform/time';

/** Longer than a job tries by itself: whoever the payer left without an answer is asked about again, until there is one. */
const rail_check_hours = 6;

export const nextRailCheck = (now: Date): Date => hoursAfter(now, rail_check_hours);
