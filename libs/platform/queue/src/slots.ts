import { assert } from '#platform/kernel';

/** When a clock strikes, in legal time (Asia/Kolkata); stored in UTC (S-16). */
export interface Slots {
  /** In words, for lists. */
  readonly says: string;
  /** The last stroke at or before `now`. */
  latest(now: Date): Date;
}

const minute_ms = 60_000;
const hour_ms = 60 * minute_ms;
const day_ms = 24 * hour_ms;
/** India has one zone and no daylight saving: UTC + 5:30, so a stroke is plain arithmetic. */
const ist_ms = 5.5 * hour_ms;

/** The last multiple of `period_ms` plus `offset_ms` at or before `now`, counted on India's clock. */
const latestOf = (now: Date, period_ms: number, offset_ms: number): Date => {
  const local = now.getTime() + ist_ms - offset_ms;
  return new Date(Math.floor(local / period_ms) * period_ms + offset_ms - ist_ms);
};

function clockTime(at: string): number {
  const found = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(at);
  assert(found, `${at} is a time of day, hh:mm`);
  return Number(found[1]) * hour_ms + Number(found[2]) * minute_ms;
}

/** Every `minutes` from midnight on; a divisor of a day. */
export function everyMinutes(minutes: number): Slots {
  assert(Number.isInteger(minutes) && minutes > 0 && 1_440 % minutes === 0, 'the minutes divide a day');
  return { says: `every ${minutes} min`, latest: (now) => latestOf(now, minutes * minute_ms, 0) };
}

/** Every hour at that minute. */
export function hourlyAt(minute: number): Slots {
  assert(Number.isInteger(minute) && minute >= 0 && minute < 60, 'a minute of the hour');
  return {
    says: `hourly at :${String(minute).padStart(2, '0')}`,
    latest: (now) => latestOf(now, hour_ms, minute * minute_ms),
  };
}

/** Every day at `hh:mm` IST. */
export function dailyAt(at: string): Slots {
  const offset_ms = clockTime(at);
  return { says: `daily at ${at} IST`, latest: (now) => latestOf(now, day_ms, offset_ms) };
}

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

/** Every week on that day at `hh:mm` IST. */
export function weeklyOn(day: (typeof weekdays)[number], at: string): Slots {
  // 1 January 1970 was a Thursday.
  const offset_ms = ((weekdays.indexOf(day) + 4) % 7) * day_ms + clockTime(at);
  return { says: `every ${day} at ${at} IST`, latest: (now) => latestOf(now, 7 * day_ms, offset_ms) };
}

/** Every month on that day (1 to 28) at `hh:mm` IST. */
export function monthlyOn(day: number, at: string): Slots {
  assert(Number.isInteger(day) && day >= 1 && day <= 28, 'a day every month has');
  const offset_ms = (day - 1) * day_ms + clockTime(at) - ist_ms;
  const strokeIn = (year: number, month: number): Date => new Date(Date.UTC(year, month, 1) + offset_ms);
  return {
    says: `monthly on day ${day} at ${at} IST`,
    latest: (now) => {
      const local = new Date(now.getTime() + ist_ms);
      const stroke = strokeIn(local.getUTCFullYear(), local.getUTCMonth());
      return stroke <= now ? stroke : strokeIn(local.getUTCFullYear(), local.getUTCMonth() - 1);
    },
  };
}
