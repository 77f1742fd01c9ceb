import { Gauge } from 'prom-client';
import { z } from 'zod';
import { atScrape, metrics } from '#platform/observability';
import type { ReadClient } from './read-client.js';

const offset = new Gauge({
  name: 'odop_clock_offset_seconds',
  help: 'How far the database’s clock is ahead of this machine’s; an alert beyond 2 s either way',
  registers: [metrics],
});

/** Compares the clocks at each scrape, as well as the way to the database and back allows. @rule S-71 */
export function watchClock(reads: ReadClient): void {
  atScrape('clock', async () => {
    const asked_ms = Date.now();
    const row = await reads.maybe(z.object({ at: z.date() }), `select clock_timestamp() as at`);
    offset.set((row!.at.getTime() - (asked_ms + Date.now()) / 2) / 1_000);
  });
}
