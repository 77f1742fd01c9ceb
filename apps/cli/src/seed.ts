import { withBazaar } from './context.js';
import type { AskedChange } from './options.js';
import { seeds } from './seeds.js';
import { print } from './terminal.js';

export async function seed(options: AskedChange & { demo: boolean }): Promise<void> {
  if (options.demo && options.dryRun)
    throw new Error('The demo writes a file too: --dry-run is for the reference data.');
  const done = await withBazaar(
    'seed',
    async (app) => {
      const results: Record<string, string> = {};
      for (const row of seeds.filter((each) => options.demo || !each.demo)) {
        results[row.says] = await app.get(row.verb, { strict: false }).run();
      }
      return results;
    },
    options,
  );
  print(options.json, done, () => Object.entries(done).map(([says, result]) => `${says}: ${result}`));
}
