import { asOwner } from './database.js';

/**
 * The business clock of a test: it stands where it is put, so that a limit can be met a second before and a second after.
 * Tokens and signatures live in real time, as always.
 */
export const frozenClock = {
  async at(moment: Date): Promise<void> {
    // The slowest speed the clock has: about a millisecond in ten days.
    await asOwner(
      `insert into platform.clock (base_at, speed) values ($1, 1e-9)
       on conflict (one) do update set base_at = $1, real_at = clock_timestamp(), speed = 1e-9`,
      [moment],
    );
  },

  async now(): Promise<Date> {
    const [row] = await asOwner<{ now: Date }>('select platform.now() as now');
    return row!.now;
  },

  /** Stands so many seconds later than now. */
  async later(seconds: number): Promise<void> {
    await frozenClock.at(new Date((await frozenClock.now()).getTime() + seconds * 1_000));
  },

  /** Real time again, for the next test file of this database. */
  async thaw(): Promise<void> {
    await asOwner('delete from platform.clock');
  },
};
