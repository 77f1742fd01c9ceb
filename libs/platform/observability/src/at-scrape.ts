import { Counter } from 'prom-client';
import { log } from './log.js';
import { metrics } from './metrics.js';

const faults = new Counter({
  name: 'odop_scrape_faults_total',
  help: 'Numbers that could not be read when they were asked for',
  labelNames: ['of'],
  registers: [metrics],
});
const readers = new Map<string, () => Promise<void>>();

/** Numbers that lie in the database are read when somebody asks for them. One that fails leaves the others standing. */
export function atScrape(of: string, read: () => Promise<void>): void {
  readers.set(of, read);
}

/** Everything this process counts, in Prometheus' text form. */
export async function scrape(): Promise<string> {
  const reading = [...readers].map(([of, read]) =>
    read().catch((error: unknown) => {
      faults.inc({ of });
      log.warn({ of, err: error }, 'numbers could not be read');
    }),
  );
  await Promise.all(reading);
  return metrics.metrics();
}
