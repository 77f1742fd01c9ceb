/** When a driver may come, and until when one may say so. */
export interface PickupRound {
  /** `2026-11-24/10`: the day and hour it begins, by the clock of India. */
  id: string;
  from: string;
  to: string;
  /** After it nobody gets on or off the list. */
  closes_at: string;
}
/** Hours of the clock of India; a cut-off of another day is so many hours before the round. */
export interface RoundHours {
  from: number;
  to: number;
  closesBefore: number;
}

const ist_ms = 330 * 60_000;
const day_ms = 86_400_000;
const hour_ms = 3_600_000;
const nationalHolidays = new Set(['01-26', '08-15', '10-02']);

/** The rounds of the next days that can still be taken; nobody drives on Sundays and on the three national holidays. */
export function roundsFrom(now: Date, hours: readonly RoundHours[], days = 5): PickupRound[] {
  const rounds: PickupRound[] = [];
  const today = Math.floor((now.getTime() + ist_ms) / day_ms);
  for (let i = 0; i < days; i++) {
    const day = new Date((today + i) * day_ms);
    const date = day.toISOString().slice(0, 10);
    if (day.getUTCDay() === 0 || nationalHolidays.has(date.slice(5))) continue;
    for (const { from, to, closesBefore } of hours) {
      const at = (hour: number) => new Date(day.getTime() - ist_ms + hour * hour_ms).toISOString();
      const closes_at = at(from - closesBefore);
      if (closes_at <= now.toISOString()) continue;
      rounds.push({ id: `${date}/${from}`, from: at(from), to: at(to), closes_at });
    }
  }
  return rounds;
}
